package dev.groundswell.bench.send;

import java.time.Duration;
import java.time.Instant;

/** What is seen of a provider's messages by looking every moment: how fast they come, and whether they ever stop. */
final class Arrivals {

    private static final double MILLIS_PER_SECOND = 1e3;

    private final Instant begun;
    private final long before;
    private Instant lastAt;
    private long last;
    private Duration longestPause = Duration.ZERO;

    /** @param messages that came before it is looked */
    Arrivals(Instant begun, long messages) {
        this.begun = begun;
        this.before = messages;
        this.lastAt = begun;
        this.last = messages;
    }

    /** @param messages that have come by now */
    void look(Instant now, long messages) {
        if (messages == last) {
            return;
        }
        var pause = Duration.between(lastAt, now);
        longestPause = pause.compareTo(longestPause) > 0 ? pause : longestPause;
        lastAt = now;
        last = messages;
    }

    /** Between two messages; what comes after the last one is no pause. */
    Duration longestPause() {
        return longestPause;
    }

    /** From the beginning to the last message; 0 if there was none. */
    double perSecond() {
        var millis = Duration.between(begun, lastAt).toMillis();
        return millis == 0 ? 0 : (last - before) * MILLIS_PER_SECOND / millis;
    }
}
