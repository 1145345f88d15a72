package dev.groundswell.core.segment.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.RowHash;
import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreezeTest {

    private static final String UNDISTURBED = undisturbed().manifestHash();

    private final FreezeDesk desk = new FreezeDesk();

    private static FrozenAudience.Ready undisturbed() {
        var desk = new FreezeDesk();
        var id = desk.frozen(FreezeDesk.RULE);
        desk.workUntilOver(id);
        return desk.ready(id);
    }

    /** Every member once, nobody else, and the hash of an undisturbed run. */
    private static void assertFrozen(FreezeDesk desk, AudienceId id) {
        var members = desk.members(id);
        assertThat(desk.ready(id).count()).isEqualTo(FreezeDesk.members().size());
        assertThat(members).extracting(AudienceRow::buyer).containsExactlyInAnyOrderElementsOf(FreezeDesk.members());
        assertThat(desk.ready(id).manifestHash()).isEqualTo(UNDISTURBED);
    }

    @Nested
    class AnAudience {

        @Test
        void isEveryMemberOnceWithAddressesAndValuesInTheOrderOfHashes() {
            var id = desk.frozen(FreezeDesk.RULE);
            desk.workUntilOver(id);

            assertFrozen(desk, id);
            assertThat(desk.members(id))
                    .isSortedAccordingTo(
                            (one, other) -> Long.compareUnsigned(RowHash.of(one.buyer()), RowHash.of(other.buyer())));
            assertThat(desk.members(id))
                    .filteredOn(AudienceRow::buyer, new BuyerId("B7"))
                    .singleElement()
                    .satisfies(member -> {
                        assertThat(member.name()).isEqualTo("=name 7");
                        assertThat(member.phone()).hasToString("Phone[+8613*******17]");
                        assertThat(member.texts()).containsValue("浙江, \"2\"");
                    });
        }

        @Test
        void isCutIntoRangesThatShowAsProgress() {
            var id = desk.frozen(FreezeDesk.RULE);
            desk.steps.take().forEach(step -> desk.work(step, CrashingWorker.never()));
            var ranges = desk.steps.take();
            ranges.subList(0, 5).forEach(step -> desk.work(step, CrashingWorker.never()));

            assertThat(ranges).hasSizeGreaterThan(16);
            assertThat(desk.read(id)).isInstanceOfSatisfying(FrozenAudience.Freezing.class, freezing -> {
                assertThat(freezing.progress().ranges()).isEqualTo(ranges.size());
                assertThat(freezing.progress().done()).isEqualTo(5);
            });
        }

        @Test
        void ofNobodyIsReadyAtOnce() {
            var id = desk.frozen("paid_orders > 1000");
            desk.workUntilOver(id);

            assertThat(desk.ready(id).count()).isZero();
            assertThat(desk.members(id)).isEmpty();
        }

        @Test
        void askedForTwiceInASecondIsOne() {
            assertThat(desk.frozen(FreezeDesk.RULE)).isEqualTo(desk.frozen(FreezeDesk.RULE));
        }

        @Test
        void hasAnotherHashIfAnotherRuleSelectsTheSamePeople() {
            var id = desk.frozen("(" + FreezeDesk.RULE + ") AND orders >= 1");
            desk.workUntilOver(id);

            assertThat(desk.ready(id).count()).isEqualTo(FreezeDesk.members().size());
            assertThat(desk.ready(id).manifestHash()).isNotEqualTo(UNDISTURBED);
        }

        @Test
        void ofARuleThatCannotBeBoundFailsAndSaysWhy() {
            var id = desk.frozen("in_segment('unknown')");
            desk.workUntilOver(id);

            assertThat(desk.read(id))
                    .isInstanceOfSatisfying(
                            FrozenAudience.Failed.class,
                            failed -> assertThat(failed.reason()).contains("unknown"));
        }

        @Test
        void ofGroupsThatFollowFromAllCustomersKeepsToTheirFigures() {
            var id = desk.frozen("rfm_monetary >= 4");
            desk.steps.take().forEach(step -> desk.work(step, CrashingWorker.never()));
            IntStream.range(0, 40)
                    .forEach(i -> desk.put(
                            "rich" + i,
                            List.of(AnOrder.anOrder("R" + i)
                                    .by("rich" + i)
                                    .placedAt(FreezeDesk.NOW)
                                    .paidAt(FreezeDesk.NOW)
                                    .costing(10_000_000)
                                    .build())));
            desk.workUntilOver(id);

            assertThat(desk.ready(id).count()).isPositive();
            assertThat(desk.members(id))
                    .noneMatch(member -> member.buyer().value().startsWith("rich"));
        }
    }

    @Nested
    class WhenThingsHappenMeanwhile {

        @Test
        void neitherOrdersNorFoldsChangeIt() {
            var id = desk.frozen(FreezeDesk.RULE);
            desk.steps.take().forEach(step -> desk.work(step, CrashingWorker.never()));
            var ranges = desk.steps.take();

            for (var place = 0; place < ranges.size(); place++) {
                orderOf(place);
                desk.foldAll();
                desk.work(ranges.get(place), CrashingWorker.never());
            }

            assertFrozen(desk, id);
        }

        /** Of somebody known, and of somebody new; both would be members. */
        private void orderOf(int place) {
            desk.pass(Duration.ofSeconds(1));
            var more = new ArrayList<>(FreezeDesk.orders(place));
            more.add(bought("B" + place, "more-" + place));
            desk.put("B" + place, more);
            desk.put("new-" + place, List.of(bought("new-" + place, "first-" + place)));
        }

        private Order bought(String buyer, String order) {
            return AnOrder.anOrder(order)
                    .by(buyer)
                    .placedAt(desk.now())
                    .paidAt(desk.now())
                    .costing(90_000)
                    .build();
        }

        @Test
        void messagesInAnyOrderTwiceOrNotAtAllChangeNothing() {
            for (var seed = 0; seed < 20; seed++) {
                var random = new Random(seed);
                var fresh = new FreezeDesk();
                var id = fresh.frozen(FreezeDesk.RULE);

                fresh.workUntilOver(id, CrashingWorker.never(), sent -> disturbed(sent, random));

                assertFrozen(fresh, id);
            }
        }

        private List<AudienceStep> disturbed(List<AudienceStep> sent, Random random) {
            var delivered = new ArrayList<>(sent.stream()
                    .flatMap(step -> Stream.generate(() -> step).limit(random.nextInt(3)))
                    .toList());
            Collections.shuffle(delivered, random);
            return delivered;
        }

        @Test
        void aSecondWorkerAtAnyMomentOfTheFirstChangesNothing() {
            var writes = 0;
            for (var write = 0; write <= writes; write++) {
                var fresh = new FreezeDesk();
                var id = fresh.frozen(FreezeDesk.RULE);
                var steps = new ArrayList<AudienceStep>();
                var first = CrashingWorker.meeting(write, () -> {
                    steps.forEach(step -> fresh.work(step, CrashingWorker.never()));
                    fresh.steps.take().forEach(step -> fresh.work(step, CrashingWorker.never()));
                });
                fresh.workUntilOver(id, first, sent -> {
                    steps.addAll(sent);
                    return sent;
                });

                assertFrozen(fresh, id);
                writes = Math.min(first.writes(), 60);
            }
        }
    }

    @Nested
    class WhenAWorkerDies {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void atAnyOfItsWritesEveryMemberIsStillThereOnce(boolean afterTheWrite) {
            var counting = CrashingWorker.never();
            frozenWith(counting);
            assertThat(counting.writes()).isGreaterThan(60);

            for (var write = 0; write < counting.writes(); write++) {
                frozenWith(CrashingWorker.at(write, afterTheWrite));
            }
        }

        private void frozenWith(CrashingWorker worker) {
            var fresh = new FreezeDesk();
            FreezeDesk.surviving(() -> fresh.frozen(FreezeDesk.RULE, worker));
            var id = fresh.audiences.newest(FreezeDesk.STORE.id(), 1, Optional.empty()).stream()
                    .map(FrozenAudience::id)
                    .findFirst()
                    .orElseGet(() -> fresh.frozen(FreezeDesk.RULE));
            fresh.workUntilOver(id, worker, sent -> sent);
            assertFrozen(fresh, id);
        }

        @Test
        void orTheTimeIsOverTheRangeIsBegunAnew() {
            var id = desk.frozen(FreezeDesk.RULE);
            desk.steps.take().forEach(step -> desk.work(step, CrashingWorker.never()));
            var range = (AudienceStep.Range) desk.steps.take().getFirst();
            var timeLeft = new ArrayList<>(List.of(true, false));

            assertThat(desk.freezeRange(desk.audiences, id, range.range(), "slow", timeLeft::removeFirst))
                    .isEqualTo(FreezeRange.Result.OUT_OF_TIME);
            assertThat(desk.audiences.range(FreezeDesk.STORE.id(), id, range.range()))
                    .isEmpty();

            desk.workUntilOver(id);
            assertFrozen(desk, id);
        }
    }

    @Nested
    class WhenItTakesTooLong {

        @Test
        void andTheIndexIsNoLongerAsItWasItFailsAndSaysSo() {
            var id = desk.frozen(FreezeDesk.RULE);
            desk.steps.take().forEach(step -> desk.work(step, CrashingWorker.never()));
            var ranges = desk.steps.take();
            changeEverybody();
            desk.pass(Duration.ofHours(3));
            changeEverybody();

            ranges.forEach(step -> desk.work(step, CrashingWorker.never()));

            assertThat(desk.read(id))
                    .isInstanceOfSatisfying(
                            FrozenAudience.Failed.class,
                            failed -> assertThat(failed.reason()).contains("Freeze it again."));
        }

        private void changeEverybody() {
            IntStream.range(0, 64)
                    .forEach(i -> desk.put(
                            "B" + i,
                            FreezeDesk.orders(i + 1).stream()
                                    .map(order -> AnOrder.anOrder(order.id().value())
                                            .by("B" + i)
                                            .placedAt(order.times().orderedAt())
                                            .build())
                                    .toList()));
            desk.foldAll();
        }

        @Test
        void theWatchdogEndsIt() {
            var id = desk.frozen(FreezeDesk.RULE);
            desk.steps.take();
            desk.pass(FreezeLimits.FREEZE_TIME);

            desk.watch(CrashingWorker.never());

            assertThat(desk.read(id)).isInstanceOf(FrozenAudience.Failed.class);
            assertThat(desk.steps.take()).isEmpty();
        }
    }

    @Nested
    class ASegmentThatIsNamed {

        @Test
        void isAsItWasWhateverBecomesOfIt() {
            desk.save("vip", "paid_orders >= 3");
            var id = desk.frozen("in_segment('vip')");
            desk.steps.take().forEach(step -> desk.work(step, CrashingWorker.never()));
            desk.save("vip", "everyone");

            desk.workUntilOver(id);

            assertThat(desk.members(id))
                    .extracting(AudienceRow::buyer)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 64)
                            .filter(i -> i % 4 == 3)
                            .mapToObj(i -> new BuyerId("B" + i))
                            .toList());
        }
    }
}
