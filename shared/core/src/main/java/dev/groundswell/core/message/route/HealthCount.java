package dev.groundswell.core.message.route;

import dev.groundswell.core.message.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;

/**
 * What one worker saw of a provider in a short time: an absolute figure, so writing it again changes nothing.
 *
 * @param bucket when the time began
 * @param worker what the worker calls itself
 * @param all    how many there were
 * @param bad    how many of them were errors, or late
 * @param said   what the provider said of the last error; empty if there was none
 */
public record HealthCount(
        ProviderId provider, Kind kind, Instant bucket, String worker, int all, int bad, String said) {

    /** What is counted. */
    public enum Kind {
        /** Calls; bad are those that a provider failed. */
        CALLS(Duration.ofSeconds(10), RoutingRules.ERRORS_WITHIN),
        /** Receipts; bad are those that came late. */
        DELIVERIES(Duration.ofMinutes(1), RoutingRules.DELIVERIES_WITHIN);

        private final Duration length;
        private final Duration counted;

        Kind(Duration length, Duration counted) {
            this.length = length;
            this.counted = counted;
        }

        /** When the bucket of an instant began. */
        Instant bucketOf(Instant at) {
            var seconds = length.toSeconds();
            return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
        }

        /** How far back one looks. */
        public Duration counted() {
            return counted;
        }
    }
}
