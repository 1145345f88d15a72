package dev.groundswell.core.message.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.route.HealthCount.Kind;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link ProviderHealth} does, whatever keeps the notes. */
public abstract class ProviderHealthContract {

    private static final Instant BUCKET = Instant.parse("2026-11-11T00:00:10Z");
    private static final ProviderId A = new ProviderId("a");

    protected abstract ProviderHealth health();

    /** A store that no other test has written to. */
    protected abstract StoreId store();

    private HealthCount noted(Kind kind, Instant bucket, String worker, int all, int bad) {
        var count = new HealthCount(A, kind, bucket, worker, all, bad, bad == 0 ? "" : "Throttled: not now");
        health().note(store(), count);
        return count;
    }

    @Nested
    class ANote {

        @Test
        void isReadFromItsBucketOn() {
            var one = noted(Kind.CALLS, BUCKET, "w1", 100, 3);
            var later = noted(Kind.CALLS, BUCKET.plusSeconds(10), "w1", 100, 0);

            assertThat(health().noted(store(), A, Kind.CALLS, BUCKET)).containsExactlyInAnyOrder(one, later);
            assertThat(health().noted(store(), A, Kind.CALLS, BUCKET.plusMillis(1)))
                    .containsExactly(later);
        }

        @Test
        void standsBesideThoseOfOtherWorkers() {
            var one = noted(Kind.CALLS, BUCKET, "w1", 100, 3);
            var other = noted(Kind.CALLS, BUCKET, "w2", 50, 5);

            assertThat(health().noted(store(), A, Kind.CALLS, BUCKET)).containsExactlyInAnyOrder(one, other);
        }

        @Test
        void replacesTheOneBefore() {
            noted(Kind.CALLS, BUCKET, "w1", 100, 3);
            var then = noted(Kind.CALLS, BUCKET, "w1", 120, 4);

            assertThat(health().noted(store(), A, Kind.CALLS, BUCKET)).containsExactly(then);
        }

        @Test
        void isOfOneProviderOneKindAndOneStore() {
            noted(Kind.CALLS, BUCKET, "w1", 100, 3);

            assertThat(health().noted(store(), A, Kind.DELIVERIES, BUCKET)).isEmpty();
            assertThat(health().noted(store(), new ProviderId("b"), Kind.CALLS, BUCKET))
                    .isEmpty();
            assertThat(health().noted(new StoreId("elsewhere"), A, Kind.CALLS, BUCKET))
                    .isEmpty();
        }
    }
}
