package dev.groundswell.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.segment.SaveSegment.Draft;
import dev.groundswell.core.segment.SaveSegment.Result;
import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SaveSegmentTest {

    private static final StoreId STORE = new StoreId("demo");
    private static final Instant NOW = Instant.parse("2026-11-22T03:12:05Z");

    private final SegmentsInMemory segments = new SegmentsInMemory();
    private final SaveSegment saving = new SaveSegment(segments, InstantSource.fixed(NOW));
    private final DeleteSegment deleting = new DeleteSegment(segments);

    private static SegmentRule rule(String text) {
        return ((RuleReading.Read) RuleText.read(text)).rule();
    }

    private Result save(@Nullable String id, String name, String rule) {
        return saving.save(STORE, new Draft(id == null ? null : new SegmentId(id), name, "", rule(rule), null));
    }

    private Segment saved(String name, String rule) {
        return ((Result.Saved) save(null, name, rule)).segment();
    }

    private static SegmentRefusal refusal(Result result) {
        return ((Result.Refused) result).refusal();
    }

    @Nested
    class ANewSegment {

        @Test
        void getsAnIdFromItsName() {
            assertThat(saved("VIP customers (2026)", "everyone").id()).isEqualTo(new SegmentId("vip-customers-2026"));
            assertThat(saved("老客户", "everyone").id()).isEqualTo(new SegmentId("segment"));
        }

        @Test
        void getsAnotherIdThanAllOthers() {
            assertThat(List.of(saved("VIP", "everyone"), saved("vip!", "everyone"), saved("Potential", "everyone")))
                    .extracting(segment -> segment.id().value())
                    .containsExactly("vip", "vip-2", "potential-2");
        }

        @Test
        void isItsFirstRevision() {
            var vip = saved("VIP", "paid_orders >= 5");

            assertThat(vip).isEqualTo(new Segment(vip.id(), "VIP", "", rule("paid_orders >= 5"), NOW, NOW, 1));
            assertThat(segments.find(STORE, vip.id())).contains(vip);
        }

        @Test
        void needsAName() {
            assertThat(refusal(save(null, "", "everyone"))).isEqualTo(SegmentRefusal.NAME);
            assertThat(refusal(save(null, " VIP", "everyone"))).isEqualTo(SegmentRefusal.NAME);
            assertThat(refusal(save(null, "x".repeat(101), "everyone"))).isEqualTo(SegmentRefusal.NAME);
        }

        @Test
        void hasAShortDescription() {
            var draft = new Draft(null, "VIP", "x".repeat(1_001), rule("everyone"), null);

            assertThat(refusal(saving.save(STORE, draft))).isEqualTo(SegmentRefusal.DESCRIPTION);
        }

        @Test
        void hasARuleThatKeepsToTheLimits() {
            var draft = new Draft(null, "VIP", "", new SegmentRule.Any(List.of()), null);

            assertThat(refusal(saving.save(STORE, draft))).isEqualTo(SegmentRefusal.RULE);
        }

        @Test
        void isOneOfNotTooMany() {
            IntStream.range(0, Segment.MAX_PER_STORE).forEach(number -> saved("VIP", "everyone"));

            assertThat(refusal(save(null, "VIP", "everyone"))).isEqualTo(SegmentRefusal.TOO_MANY);
        }
    }

    @Nested
    class AChange {

        @Test
        void isTheNextRevision() {
            var vip = saved("VIP", "everyone");

            var changed = saving.save(STORE, new Draft(vip.id(), "VIPs", "Ours.", rule("paid_orders >= 2"), 1L));

            assertThat(changed)
                    .isEqualTo(new Result.Saved(
                            new Segment(vip.id(), "VIPs", "Ours.", rule("paid_orders >= 2"), NOW, NOW, 2)));
        }

        @Test
        void doesNotUndoAnothers() {
            var vip = saved("VIP", "everyone");
            save("vip", "VIP", "paid_orders >= 2");

            var late = saving.save(STORE, new Draft(vip.id(), "VIP", "", rule("paid_orders >= 3"), 1L));

            assertThat(late)
                    .isEqualTo(new Result.Changed(segments.find(STORE, vip.id()).orElseThrow()));
        }

        @Test
        void isOfASegmentThatThereIs() {
            assertThat(refusal(save("vip", "VIP", "everyone"))).isEqualTo(SegmentRefusal.UNKNOWN);
            assertThat(refusal(save("potential", "Potential", "everyone"))).isEqualTo(SegmentRefusal.READY_MADE);
        }
    }

    @Nested
    class ARuleThatNamesOtherSegments {

        @Test
        void namesSegmentsThatThereAre() {
            saved("VIP", "in_segment('old-high-quality') AND has_phone");

            assertThat(save(null, "Regulars", "NOT in_segment('vip')")).isInstanceOf(Result.Saved.class);
            assertThat(refusal(save(null, "Others", "any(in_segment('nobody'))")))
                    .isEqualTo(SegmentRefusal.RULE);
        }

        @Test
        void neverComesBackToItself() {
            saved("A", "everyone");
            saved("B", "in_segment('a')");
            saved("C", "paid_orders = 1 OR NOT in_segment('b')");

            assertThat(refusal(save("a", "A", "in_segment('a')"))).isEqualTo(SegmentRefusal.NESTING);
            assertThat(refusal(save("a", "A", "in_segment('c')"))).isEqualTo(SegmentRefusal.NESTING);
            assertThat(refusal(save(null, "D", "in_segment('d')"))).isEqualTo(SegmentRefusal.NESTING);
        }

        @Test
        void isAtMostFiveDeepAlsoForThoseAboveIt() {
            saved("S0", "everyone");
            IntStream.rangeClosed(1, 5).forEach(depth -> saved("S" + depth, "in_segment('s" + (depth - 1) + "')"));

            assertThat(refusal(save(null, "S6", "in_segment('s5')"))).isEqualTo(SegmentRefusal.NESTING);
            saved("Other", "everyone");
            assertThat(refusal(save("s0", "S0", "in_segment('other')"))).isEqualTo(SegmentRefusal.NESTING);
        }

        @Test
        void canBeMendedWhereTwoHaveMadeACircleAtOnce() {
            var vip = saved("VIP", "everyone");
            var circle = new Segment(new SegmentId("loop"), "Loop", "", rule("in_segment('loop')"), NOW, NOW, 1);
            segments.save(STORE, circle);

            assertThat(save("loop", "Loop", "in_segment('" + vip.id() + "')")).isInstanceOf(Result.Saved.class);
            assertThat(save("vip", "VIP", "paid_orders >= 1")).isInstanceOf(Result.Saved.class);
        }
    }

    @Nested
    class Deleting {

        @Test
        void takesASegmentAway() {
            var vip = saved("VIP", "everyone");

            assertThat(deleting.delete(STORE, vip.id())).isEqualTo(DeleteSegment.Result.DELETED);
            assertThat(deleting.delete(STORE, vip.id())).isEqualTo(DeleteSegment.Result.UNKNOWN);
        }

        @Test
        void leavesWhatOthersAskFor() {
            var vip = saved("VIP", "everyone");
            var regulars = saved("Regulars", "paid_orders >= 2 AND NOT in_segment('vip')");

            assertThat(deleting.delete(STORE, vip.id())).isEqualTo(DeleteSegment.Result.IN_USE);
            assertThat(deleting.users(STORE, vip.id())).containsExactly(regulars);
        }

        @Test
        void leavesWhatComesWithTheProduct() {
            assertThat(deleting.delete(STORE, ReadyMade.POTENTIAL.id())).isEqualTo(DeleteSegment.Result.READY_MADE);
        }
    }
}
