package dev.groundswell.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.segment.rule.RuleReading;
import dev.groundswell.core.segment.rule.RuleText;
import dev.groundswell.core.segment.rule.SegmentRule;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Segments} does, whatever keeps them. */
public abstract class SegmentsContract {

    private static final Instant NOW = Instant.parse("2026-11-22T03:12:05.123Z");

    protected abstract Segments segments();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private static SegmentRule rule(String text) {
        return ((RuleReading.Read) RuleText.read(text)).rule();
    }

    private static Segment segment(String id, long revision) {
        return new Segment(
                new SegmentId(id),
                "Name of " + id + ", 广东",
                revision == 1 ? "" : "Changed.",
                rule("orders(item IN ('a', 'it''s') AND placed_at >= -30d) >= " + revision
                        + " OR NOT has_phone = true"),
                NOW,
                NOW.plusSeconds(revision),
                revision);
    }

    private Segment saved(String id) {
        var segment = segment(id, 1);
        assertThat(segments().save(store(), segment)).isTrue();
        return segment;
    }

    @Nested
    class ASegment {

        @Test
        void isFoundAsItWasSaved() {
            var vip = saved("vip");

            assertThat(segments().find(store(), vip.id())).contains(vip);
            assertThat(segments().find(store(), new SegmentId("other"))).isEmpty();
        }

        @Test
        void isNotFoundByAnotherStore() {
            saved("vip");

            assertThat(segments().find(new StoreId("elsewhere"), new SegmentId("vip")))
                    .isEmpty();
            assertThat(segments().all(new StoreId("elsewhere"))).isEmpty();
        }

        @Test
        void isReplacedByItsNextRevision() {
            saved("vip");
            var next = segment("vip", 2);

            assertThat(segments().save(store(), next)).isTrue();
            assertThat(segments().find(store(), next.id())).contains(next);
        }

        @Test
        void isNotReplacedByAnyOtherRevision() {
            var vip = saved("vip");

            assertThat(segments().save(store(), segment("vip", 1))).isFalse();
            assertThat(segments().save(store(), segment("vip", 3))).isFalse();
            assertThat(segments().find(store(), vip.id())).contains(vip);
        }

        @Test
        void isGoneOnceDeleted() {
            var vip = saved("vip");

            assertThat(segments().delete(store(), vip.id())).isTrue();
            assertThat(segments().delete(store(), vip.id())).isFalse();
            assertThat(segments().find(store(), vip.id())).isEmpty();
            assertThat(segments().save(store(), segment("vip", 2))).isFalse();
        }
    }

    @Nested
    class AllSegments {

        @Test
        void areListedById() {
            var regulars = saved("regulars");
            var vip = saved("vip");
            var apple = saved("apple-mail");

            assertThat(segments().all(store())).containsExactly(apple, regulars, vip);
        }

        @Test
        void areNoneInTheBeginning() {
            assertThat(segments().all(store())).isEmpty();
        }
    }
}
