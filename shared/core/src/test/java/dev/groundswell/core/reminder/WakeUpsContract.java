package dev.groundswell.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.WakeUps.Mark;
import dev.groundswell.core.reminder.WakeUps.Page;
import dev.groundswell.core.reminder.WakeUps.Place;
import dev.groundswell.core.reminder.WakeUps.WakeUp;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link WakeUps} does, whatever keeps them. */
public abstract class WakeUpsContract {

    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");

    /** More than a request of DynamoDB writes. */
    private static final int MANY = 60;

    protected abstract WakeUps wakeUps();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static OrderId order(int number) {
        return new OrderId("T" + number);
    }

    private static WakeUp wakeUp(int number, Instant due) {
        return new WakeUp(due, new BuyerId("B" + number), order(number), "token", Optional.empty());
    }

    private static WakeUp withToken(WakeUp wakeUp, String token) {
        return new WakeUp(wakeUp.due(), wakeUp.buyer(), wakeUp.order(), token, wakeUp.round());
    }

    private static WakeUp ofRound(WakeUp wakeUp, String round) {
        return new WakeUp(wakeUp.due(), wakeUp.buyer(), wakeUp.order(), wakeUp.token(), Optional.of(round));
    }

    /** One order a second, all in the shard of the first. */
    private static List<WakeUp> inOneShard(int count) {
        return IntStream.range(0, Integer.MAX_VALUE)
                .filter(number -> shard(order(number)) == shard(order(0)))
                .limit(count)
                .mapToObj(number -> wakeUp(number, NOON.plusSeconds(number)))
                .toList();
    }

    private static int shard(OrderId order) {
        return WakeUps.shardOf(order);
    }

    private static WakeUp at(WakeUp wakeUp, Instant due) {
        return new WakeUp(due, wakeUp.buyer(), wakeUp.order(), wakeUp.token(), wakeUp.round());
    }

    /** All in the shard of the first, in one second. */
    private static List<WakeUp> inOneSecond(int count) {
        return inOneShard(count).stream().map(wakeUp -> at(wakeUp, NOON)).toList();
    }

    private List<WakeUp> due(OrderId ofShard, Instant until) {
        return page(ofShard, until, Optional.empty(), 1_000).wakeUps();
    }

    private Page page(OrderId ofShard, Instant until, Optional<Place> after, int limit) {
        return wakeUps().due(store(), shard(ofShard), until, after, limit);
    }

    private static Optional<Place> behind(Page page) {
        return Optional.of(page.due().getLast().place());
    }

    private static int items(Page page) {
        return page.due().size();
    }

    private void put(WakeUp... some) {
        wakeUps().put(store(), List.of(some));
    }

    @Nested
    class Due {

        @Test
        void isWhatHasItsTimeNowOrHadItBefore() {
            put(wakeUp(1, NOON));

            assertThat(due(order(1), NOON.minusNanos(1))).isEmpty();
            assertThat(due(order(1), NOON)).containsExactly(wakeUp(1, NOON));
            assertThat(due(order(1), NOON.plusSeconds(1))).containsExactly(wakeUp(1, NOON));
        }

        @Test
        void isOfOneShardAndOneStore() {
            put(wakeUp(1, NOON));
            var another = (shard(order(1)) + 1) % WakeUps.SHARDS;

            assertThat(wakeUps()
                            .due(store(), another, NOON, Optional.empty(), 10)
                            .due())
                    .isEmpty();
            assertThat(wakeUps()
                            .due(new StoreId(store().value() + "-2"), shard(order(1)), NOON, Optional.empty(), 10)
                            .due())
                    .isEmpty();
        }

        @Test
        void isListedByTimeAndPageByPage() {
            var all = new ArrayList<>(inOneShard(5));
            all.sort(Comparator.comparing(WakeUp::token).reversed());
            wakeUps().put(store(), all);
            var sorted = inOneShard(5);
            var until = NOON.plusSeconds(1_000_000);

            var first = page(order(0), until, Optional.empty(), 2);
            var second = page(order(0), until, behind(first), 3);
            var third = page(order(0), until, behind(second), 3);

            assertThat(first.wakeUps()).isEqualTo(sorted.subList(0, 2));
            assertThat(first.isLast()).isFalse();
            assertThat(second.wakeUps()).isEqualTo(sorted.subList(2, 5));
            assertThat(third.wakeUps()).isEmpty();
            assertThat(third.isLast()).isTrue();
        }

        @Test
        void isTheLastPageWhereNothingElseIsDue() {
            wakeUps().put(store(), inOneShard(5));

            assertThat(page(order(0), NOON.plusSeconds(1_000_000), Optional.empty(), 6)
                            .isLast())
                    .isTrue();
        }

        @Test
        void goesOnBehindAPlaceThatIsEmptyByNow() {
            var all = inOneShard(3);
            wakeUps().put(store(), all);
            var firstTwo = page(order(0), NOON.plusSeconds(1_000), Optional.empty(), 2);
            wakeUps().delete(store(), firstTwo.due());

            assertThat(page(order(0), NOON.plusSeconds(1_000), behind(firstTwo), 10)
                            .wakeUps())
                    .containsExactly(all.get(2));
        }

        @Test
        void mayBeYearsAhead() {
            var far = wakeUp(1, Instant.parse("9999-12-31T23:59:59.999999999Z"));
            put(far);

            assertThat(due(order(1), far.due())).containsExactly(far);
        }
    }

    @Nested
    class ThoseOfOneInstant {

        @Test
        void areKeptTogetherWhereTheyArePutTogether() {
            wakeUps().put(store(), inOneSecond(MANY));

            var page = page(order(0), NOON, Optional.empty(), 1_000);

            assertThat(page.wakeUps()).containsExactlyInAnyOrderElementsOf(inOneSecond(MANY));
            assertThat(items(page)).isEqualTo(1);
        }

        @Test
        void areDividedOnlyBetweenBundles() {
            wakeUps().put(store(), inOneSecond(3 * WakeUpBundle.MAX + 1));

            var first = page(order(0), NOON, Optional.empty(), 2 * WakeUpBundle.MAX);
            var second = page(order(0), NOON, behind(first), 2 * WakeUpBundle.MAX);

            assertThat(first.isLast()).isFalse();
            assertThat(second.isLast()).isTrue();
            assertThat(items(first) + items(second)).isEqualTo(4);
            assertThat(Stream.concat(first.wakeUps().stream(), second.wakeUps().stream()))
                    .containsExactlyInAnyOrderElementsOf(inOneSecond(3 * WakeUpBundle.MAX + 1));
        }

        @Test
        void comeAllAtOnceWhereThereIsNoRoomForThemEither() {
            wakeUps().put(store(), inOneSecond(3));

            assertThat(page(order(0), NOON, Optional.empty(), 2).wakeUps())
                    .containsExactlyInAnyOrderElementsOf(inOneSecond(3));
        }

        @Test
        void mayBePutAgainWithoutOneOfThem() {
            wakeUps().put(store(), inOneSecond(3));
            var all = page(order(0), NOON, Optional.empty(), 1_000);

            wakeUps().put(store(), inOneSecond(3).subList(1, 3));
            wakeUps().delete(store(), all.due());

            assertThat(due(order(0), NOON))
                    .containsExactlyInAnyOrderElementsOf(inOneSecond(3).subList(1, 3));
        }

        @Test
        void areOfOneShard() {
            var some = IntStream.range(0, MANY)
                    .mapToObj(number -> wakeUp(number, NOON))
                    .toList();
            wakeUps().put(store(), some);

            assertThat(IntStream.range(0, WakeUps.SHARDS)
                            .boxed()
                            .flatMap(shard ->
                                    wakeUps().due(store(), shard, NOON, Optional.empty(), 1_000).wakeUps().stream()
                                            .peek(wakeUp -> assertThat(shard(wakeUp.order()))
                                                    .isEqualTo(shard))))
                    .containsExactlyInAnyOrderElementsOf(some);
        }
    }

    @Nested
    class AWakeUpThatIsPutAgain {

        @Test
        void isOne() {
            put(wakeUp(1, NOON));
            put(wakeUp(1, NOON));

            assertThat(due(order(1), NOON)).containsExactly(wakeUp(1, NOON));
        }

        @Test
        void isAnotherOneForSomethingElse() {
            put(withToken(wakeUp(1, NOON), "2"));
            put(withToken(wakeUp(1, NOON), "1"));

            assertThat(due(order(1), NOON))
                    .containsExactlyInAnyOrder(withToken(wakeUp(1, NOON), "1"), withToken(wakeUp(1, NOON), "2"));
        }

        @Test
        void isAnotherOneAtAnotherTimeOrOfARound() {
            var ofTasks = wakeUp(1, NOON);
            var later = wakeUp(1, NOON.plusNanos(1));
            var ofRound = ofRound(ofTasks, "20261111T000000Z-0000000a");
            put(ofTasks, later, ofRound);

            assertThat(due(order(1), NOON.plusSeconds(1))).containsExactlyInAnyOrder(ofTasks, ofRound, later);
        }
    }

    @Nested
    class Deleting {

        @Test
        void takesThemAway() {
            wakeUps().put(store(), inOneShard(3));

            wakeUps().delete(store(), WakeUpBundle.of(inOneShard(3).subList(0, 2)));

            assertThat(due(order(0), NOON.plusSeconds(1_000)))
                    .containsExactly(inOneShard(3).getLast());
        }

        @Test
        void leavesOneThatWasPutForSomethingElse() {
            put(wakeUp(1, NOON));
            var first = page(order(1), NOON, Optional.empty(), 10);
            put(withToken(wakeUp(1, NOON), "later"));

            wakeUps().delete(store(), first.due());

            assertThat(due(order(1), NOON)).containsExactly(withToken(wakeUp(1, NOON), "later"));
        }

        @Test
        void isHarmlessAgain() {
            put(wakeUp(1, NOON));

            wakeUps().delete(store(), WakeUpBundle.of(List.of(wakeUp(1, NOON))));
            wakeUps().delete(store(), WakeUpBundle.of(List.of(wakeUp(1, NOON))));

            assertThat(due(order(1), NOON)).isEmpty();
        }

        @Test
        void takesAnyNumber() {
            wakeUps().put(store(), inOneShard(MANY));
            assertThat(due(order(0), NOON.plusSeconds(1_000_000))).isEqualTo(inOneShard(MANY));

            wakeUps().delete(store(), WakeUpBundle.of(inOneShard(MANY)));

            assertThat(due(order(0), NOON.plusSeconds(1_000_000))).isEmpty();
        }
    }

    @Nested
    class OrdersWithOddIds {

        @Test
        void areToldApart() {
            var odd = List.of("a#b", "a|b", "a", "订单 1", "!mark", "a#b#c");
            odd.forEach(id -> put(new WakeUp(NOON, new BuyerId("买家#1"), new OrderId(id), id, Optional.empty())));

            odd.forEach(id -> assertThat(due(new OrderId(id), NOON))
                    .contains(new WakeUp(NOON, new BuyerId("买家#1"), new OrderId(id), id, Optional.empty())));
        }
    }

    @Nested
    class TheMarkOfAShard {

        private Mark mark(int shard) {
            return wakeUps().due(store(), shard, NOON, Optional.empty(), 10).mark();
        }

        @Test
        void isNoneAtFirst() {
            assertThat(mark(3)).isEqualTo(Mark.NONE);
        }

        @Test
        void isReadAsItWasWritten() {
            var half = new Mark(3, Optional.of(new Place(NOON.plusNanos(7), "key#of$it")));

            assertThat(wakeUps().mark(store(), 3, Mark.NONE, half)).isTrue();
            assertThat(mark(3)).isEqualTo(half);
            assertThat(wakeUps().mark(store(), 3, half, new Mark(3, Optional.empty())))
                    .isTrue();
            assertThat(mark(3)).isEqualTo(new Mark(3, Optional.empty()));
        }

        @Test
        void isWrittenOnlyByWhoeverKnowsIt() {
            wakeUps().mark(store(), 3, Mark.NONE, new Mark(3, Optional.empty()));

            assertThat(wakeUps().mark(store(), 3, Mark.NONE, new Mark(4, Optional.empty())))
                    .isFalse();
            assertThat(wakeUps()
                            .mark(
                                    store(),
                                    3,
                                    new Mark(3, Optional.of(new Place(NOON, "key"))),
                                    new Mark(4, Optional.empty())))
                    .isFalse();
            assertThat(mark(3)).isEqualTo(new Mark(3, Optional.empty()));
        }

        @Test
        void isItsOwn() {
            wakeUps().mark(store(), 3, Mark.NONE, new Mark(3, Optional.empty()));

            assertThat(mark(4)).isEqualTo(Mark.NONE);
        }

        @Test
        void isNoWakeUpAndComesWithEachPage() {
            var all = inOneShard(2);
            wakeUps().put(store(), all);
            wakeUps().mark(store(), shard(order(0)), Mark.NONE, new Mark(3, Optional.empty()));

            var first = page(order(0), NOON.plusSeconds(1_000), Optional.empty(), 1);
            var second = page(order(0), NOON.plusSeconds(1_000), behind(first), 1);

            assertThat(due(order(0), NOON.plusSeconds(1_000))).isEqualTo(all);
            assertThat(first.mark()).isEqualTo(new Mark(3, Optional.empty()));
            assertThat(second.wakeUps()).containsExactly(all.get(1));
            assertThat(second.mark()).isEqualTo(new Mark(3, Optional.empty()));
        }
    }
}
