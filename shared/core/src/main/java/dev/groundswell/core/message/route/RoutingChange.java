package dev.groundswell.core.message.route;

import dev.groundswell.core.message.provider.ProviderId;
import java.time.Instant;

/**
 * A provider's weight has moved.
 *
 * @param from   percent of its weight before
 * @param to     percent of its weight since
 * @param detail what was seen, for people
 */
public record RoutingChange(Instant at, ProviderId provider, int from, int to, Reason reason, String detail) {

    /** Why. */
    public enum Reason {
        /** It failed to take messages, or its answers were lost. */
        ERRORS,
        /** Too many of its messages arrived late. */
        SLOW,
        /** Nothing of the kind for a while. */
        QUIET
    }
}
