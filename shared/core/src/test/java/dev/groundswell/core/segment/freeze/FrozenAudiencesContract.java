package dev.groundswell.core.segment.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.BlockId;
import dev.groundswell.core.audience.Column;
import dev.groundswell.core.audience.Manifest;
import dev.groundswell.core.audience.RowSet;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.segment.PromotionDays;
import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.segment.freeze.FrozenAudience.Progress;
import dev.groundswell.core.segment.freeze.OpenWork.Work;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import dev.groundswell.core.segment.plan.Quantiles;
import dev.groundswell.core.segment.plan.RfmBounds;
import dev.groundswell.core.store.StoreId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link FrozenAudiences} with all that workers and exports need does, whatever keeps them. */
public abstract class FrozenAudiencesContract {

    private static final Instant NOW = Instant.parse("2026-11-22T03:12:05Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final RangeId FIRST = new RangeId(0, 0);
    private static final RangeId LAST = new RangeId(2, 1);

    protected abstract FrozenAudiences audiences();

    protected abstract FreezeRuns runs();

    protected abstract AudienceExports exports();

    protected abstract OpenWork work();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static Facts facts(int number) {
        var now = NOW.plusSeconds(number);
        return new Facts(AudienceId.of(now, "everyone"), "Autumn", "vip", "everyone", now, "tester");
    }

    private AudienceId added(int number) {
        var facts = facts(number);
        assertThat(audiences().add(store(), facts)).isTrue();
        return facts.id();
    }

    private static FreezeStart start(String attempt) {
        var statistics = new AudienceStatistics(
                10,
                4,
                new RfmBounds(List.of(1L, 2L, 3L, 4L), List.of(2L), List.of(Long.MAX_VALUE)),
                90,
                new Quantiles(List.of(new BigDecimal("12.5"))),
                Quantiles.NONE);
        var terms = new FixedTerms(
                Map.of("vip", "spend > 100", "'; x", "province = 'Zhejiang 浙江'"),
                List.of(new PromotionDays("618-2026", "618", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 20))),
                Optional.of(statistics));
        return new FreezeStart(attempt, terms, List.of(1, 0, 2), List.of(7L, 0L, 3L));
    }

    private AudienceId started() {
        var id = added(0);
        assertThat(runs().elect(store(), id, start("a"))).isTrue();
        return id;
    }

    private static AudienceRow member(String buyer) {
        return new AudienceRow(
                new BuyerId(buyer),
                3,
                "王伟",
                new Phone("+8613800138000"),
                new Email("a@qq.com"),
                Map.of(Column.SPEND, 12_345L),
                Map.of(Column.PROVINCE, "浙江"));
    }

    private static MemberChunk chunk(String... buyers) {
        return MemberChunk.cut(
                        List.of(buyers).stream()
                                .map(FrozenAudiencesContract::member)
                                .toList(),
                        10)
                .getFirst();
    }

    @Nested
    class AnAudience {

        @Test
        void isFreezingFromTheBeginning() {
            var id = added(0);

            assertThat(audiences().find(store(), id)).contains(new FrozenAudience.Freezing(facts(0), Progress.NONE));
            assertThat(runs().open(store(), id)).contains(new FreezeRuns.OpenFreeze(facts(0), Optional.empty()));
        }

        @Test
        void isAddedOnce() {
            added(0);

            assertThat(audiences().add(store(), facts(0))).isFalse();
        }

        @Test
        void thatNobodyAddedIsNotThere() {
            assertThat(audiences().find(store(), facts(0).id())).isEmpty();
            assertThat(runs().open(store(), facts(0).id())).isEmpty();
        }

        @Test
        void isListedWithTheNewestFirst() {
            var ids = List.of(added(0), added(1), added(2));

            assertThat(audiences().newest(store(), 2, Optional.empty()))
                    .extracting(FrozenAudience::id)
                    .containsExactly(ids.get(2), ids.get(1));
            assertThat(audiences().newest(store(), 2, Optional.of(ids.get(1))))
                    .extracting(FrozenAudience::id)
                    .containsExactly(ids.get(0));
        }

        @Test
        void maySaySoWithoutASegment() {
            var facts = new Facts(AudienceId.of(NOW, "x"), "By hand", null, "x", NOW, "tester");
            audiences().add(store(), facts);

            assertThat(audiences().find(store(), facts.id()))
                    .map(FrozenAudience::facts)
                    .contains(facts);
        }
    }

    @Nested
    class TheStart {

        @Test
        void isElectedOnceAndKeptWhole() {
            var id = started();

            assertThat(runs().elect(store(), id, start("b"))).isFalse();
            assertThat(runs().open(store(), id).flatMap(FreezeRuns.OpenFreeze::start))
                    .contains(start("a"));
            assertThat(audiences().find(store(), id))
                    .contains(new FrozenAudience.Freezing(facts(0), new Progress(3, 0, 0)));
        }

        @Test
        void ofTheElectedAttemptSucceedsTwice() {
            assertThat(runs().elect(store(), started(), start("a"))).isTrue();
        }

        @Test
        void keepsThePlansOfEachAttemptApart() {
            var id = added(0);
            var live = RowSet.all(70);
            live.remove(3);
            var part = new Manifest.Part(BlockId.of(NOW, 5), live);
            var plan = new ShardPlan(
                    2,
                    new Manifest(7, List.of(part), List.of()),
                    List.of(new HashRange(0, Long.MAX_VALUE), new HashRange(Long.MIN_VALUE, -1)));
            runs().keep(store(), id, "a", plan);
            runs().keep(store(), id, "b", new ShardPlan(2, Manifest.EMPTY, List.of()));

            assertThat(runs().shard(store(), id, "a", 2)).isEqualTo(plan);
            assertThatThrownBy(() -> runs().shard(store(), id, "c", 2)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class ARange {

        @Test
        void isElectedOnce() {
            var id = started();
            var range = new FrozenRange(FIRST, "a", 5, 1, "5f");

            assertThat(runs().elect(store(), id, range)).isTrue();
            assertThat(runs().elect(store(), id, range)).isTrue();
            assertThat(runs().elect(store(), id, new FrozenRange(FIRST, "b", 6, 1, "60")))
                    .isFalse();

            assertThat(runs().range(store(), id, FIRST)).contains(range);
            assertThat(runs().range(store(), id, LAST)).isEmpty();
        }

        @Test
        void isListedInItsOrderAndShowsAsProgress() {
            var id = started();
            var last = new FrozenRange(LAST, "a", 7, 1, "5f");
            var first = new FrozenRange(FIRST, "a", 5, 1, "5f");
            runs().elect(store(), id, last);
            runs().elect(store(), id, first);

            assertThat(runs().ranges(store(), id)).containsExactly(first, last);
            assertThat(audiences().find(store(), id))
                    .contains(new FrozenAudience.Freezing(facts(0), new Progress(3, 2, 12)));
        }

        @Test
        void hasTheMembersOfTheElectedAttempt() {
            var id = started();
            runs().keep(store(), id, FIRST, "a", 0, chunk("A", "B"));
            runs().keep(store(), id, FIRST, "a", 1, chunk("C"));
            runs().keep(store(), id, FIRST, "b", 0, chunk("X"));
            var elected = new FrozenRange(FIRST, "a", 3, 2, "5f");

            assertThat(runs().chunk(store(), id, elected, 0).rows())
                    .containsExactlyInAnyOrder(member("A"), member("B"));
            assertThat(runs().chunk(store(), id, elected, 1).rows()).containsExactly(member("C"));
            assertThatThrownBy(() -> runs().chunk(store(), id, elected, 2)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class TheEnd {

        @Test
        void isReadyForGood() {
            var id = started();

            runs().finish(store(), id, 5, "5f3a", LATER);
            runs().fail(store(), id, "Too late.", LATER);
            runs().finish(store(), id, 6, "00", LATER);

            assertThat(audiences().find(store(), id)).contains(new FrozenAudience.Ready(facts(0), 5, "5f3a", LATER));
            assertThat(runs().open(store(), id)).isEmpty();
        }

        @Test
        void isFailedForGood() {
            var id = started();

            runs().fail(store(), id, "A block is gone.", LATER);
            runs().finish(store(), id, 5, "5f3a", LATER);

            assertThat(audiences().find(store(), id))
                    .contains(new FrozenAudience.Failed(facts(0), "A block is gone.", LATER));
        }

        @Test
        void leavesNothingToStart() {
            var id = added(0);
            runs().fail(store(), id, "Nothing.", LATER);

            assertThat(runs().elect(store(), id, start("a"))).isFalse();
        }
    }

    @Nested
    class AnExport {

        private static final Instant MUCH_LATER =
                NOW.plus(FreezeLimits.EXPORT_KEPT).plusSeconds(120);

        private final AudienceExport.Done done =
                new AudienceExport.Done(ExportFormat.CSV, 5, 1_000, "5f", LATER, LATER.plus(FreezeLimits.EXPORT_KEPT));

        @Test
        void waitsUntilItIsDone() {
            var id = added(0);
            exports().request(store(), id, ExportFormat.CSV, NOW);
            exports().request(store(), id, ExportFormat.CSV, LATER);
            assertThat(exports().find(store(), id, ExportFormat.CSV, LATER))
                    .contains(new AudienceExport.Waiting(ExportFormat.CSV, NOW));

            exports().finish(store(), id, done);
            exports().fail(store(), id, new AudienceExport.Failed(ExportFormat.CSV, "Late.", LATER));
            exports().request(store(), id, ExportFormat.CSV, LATER);

            assertThat(exports().find(store(), id, ExportFormat.CSV, LATER)).contains(done);
            assertThat(exports().find(store(), id, ExportFormat.JSON_LINES, LATER))
                    .isEmpty();
        }

        @Test
        void canBeTriedAgainOnceItFailed() {
            var id = added(0);
            exports().request(store(), id, ExportFormat.CSV, NOW);
            var failed = new AudienceExport.Failed(ExportFormat.CSV, "It took too long.", LATER);
            exports().fail(store(), id, failed);
            assertThat(exports().find(store(), id, ExportFormat.CSV, LATER)).contains(failed);

            exports().request(store(), id, ExportFormat.CSV, LATER);

            assertThat(exports().find(store(), id, ExportFormat.CSV, LATER))
                    .contains(new AudienceExport.Waiting(ExportFormat.CSV, LATER));
        }

        @Test
        void isForgottenWithItsFile() {
            var id = added(0);
            exports().request(store(), id, ExportFormat.CSV, NOW);
            exports().finish(store(), id, done);

            assertThat(exports().find(store(), id, ExportFormat.CSV, MUCH_LATER))
                    .isEmpty();
            assertThat(exports().all(store(), id, MUCH_LATER)).isEmpty();
            exports().request(store(), id, ExportFormat.CSV, MUCH_LATER);
            assertThat(exports().find(store(), id, ExportFormat.CSV, MUCH_LATER))
                    .contains(new AudienceExport.Waiting(ExportFormat.CSV, MUCH_LATER));
        }

        @Test
        void isListedByFormat() {
            var id = added(0);
            exports().request(store(), id, ExportFormat.HASHED_META, NOW);
            exports().request(store(), id, ExportFormat.CSV, NOW);

            assertThat(exports().all(store(), id, NOW))
                    .extracting(AudienceExport::format)
                    .containsExactly(ExportFormat.CSV, ExportFormat.HASHED_META);
        }
    }

    @Nested
    class TheWatchdog {

        private List<Work> mine(Instant before) {
            return work().wokenBefore(before, 1_000).stream()
                    .filter(one -> one.store().equals(store()))
                    .toList();
        }

        @Test
        void findsWhatIsNotOver() {
            var id = added(0);
            var over = added(1);
            runs().fail(store(), over, "Nothing.", LATER);
            exports().request(store(), over, ExportFormat.JSON_LINES, NOW);

            assertThat(mine(LATER))
                    .containsExactlyInAnyOrder(
                            new Work(store(), id, Optional.empty(), NOW),
                            new Work(store(), over, Optional.of(ExportFormat.JSON_LINES), NOW));
            assertThat(mine(NOW)).isEmpty();
        }

        @Test
        void claimsItOnce() {
            added(0);
            var work = mine(LATER).getFirst();

            assertThat(work().claim(work, LATER)).isTrue();
            assertThat(work().claim(work, LATER.plusSeconds(1))).isFalse();
            assertThat(mine(LATER)).isEmpty();
            assertThat(mine(LATER.plusSeconds(1))).hasSize(1);
        }

        @Test
        void claimsNothingThatIsOver() {
            var id = added(0);
            var work = mine(LATER).getFirst();
            runs().fail(store(), id, "Nothing.", LATER);

            assertThat(work().claim(work, LATER)).isFalse();
        }
    }
}
