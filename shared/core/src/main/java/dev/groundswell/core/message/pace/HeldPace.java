package dev.groundswell.core.message.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one worker holds of one pace: what it has leased, and how much of that is promised to messages that are on their way.
 * Not safe for several threads.
 */
final class HeldPace {

    /** It leases more while so much is left, so that it never stops in between. */
    private static final int SECONDS_LEFT = 2;

    /** Where all was in use, it asks again after this time. */
    static final Duration BETWEEN_ASKING = Duration.ofMillis(500);

    /** At the least, where a call takes many messages. */
    private static final int CALLS_PER_SECOND = 4;

    private final PaceKey key;
    private final LeasedSeconds leased = new LeasedSeconds();
    private final List<Promise> promises = new ArrayList<>();
    private Instant asksFrom = Instant.MIN;

    HeldPace(PaceKey key) {
        this.key = key;
    }

    /** Parts that are to go before an instant. */
    private static final class Promise {

        private final Instant until;
        private int parts;

        Promise(int parts, Instant until) {
            this.parts = parts;
            this.until = until;
        }
    }

    /** Where leases come from. */
    @FunctionalInterface
    interface Lender {

        /** @param held for the case that nobody can be asked now */
        List<Lease> lease(PaceKey pace, List<Lease> held);
    }

    /** Asks for more where that is due. */
    void renew(Instant now, Lender lender) {
        var second = now.getEpochSecond();
        if (now.isBefore(asksFrom) || leased.until(second) - second > SECONDS_LEFT) {
            return;
        }
        var before = leased.until(second);
        asksFrom = now.plus(BETWEEN_ASKING);
        leased.hold(lender.lease(key, leased.held()));
        if (leased.until(second) > before) {
            asksFrom = now;
        }
    }

    /** How many parts are neither gone nor promised, of what can go between these instants. */
    long free(Instant now, Instant until) {
        promises.removeIf(promise -> promise.parts == 0 || !promise.until.isAfter(now));
        return leased.left(now, until)
                - promises.stream().mapToLong(promise -> promise.parts).sum();
    }

    void promise(int parts, Instant until) {
        promises.add(new Promise(parts, until));
    }

    /** So many parts of what was promised are gone, or will not go. */
    void keep(int parts) {
        var left = parts;
        for (var promise : promises) {
            var kept = Math.min(left, promise.parts);
            promise.parts -= kept;
            left -= kept;
        }
    }

    Optional<Instant> earliest(int parts, Instant from) {
        return leased.earliest(parts, from);
    }

    /** How many parts one call may have, so that several calls a second are made and not one burst. */
    int atOnce(Instant at) {
        return Math.min(leased.room(at), Math.ceilDiv(leased.rate(at), CALLS_PER_SECOND));
    }

    void take(int parts, Instant at) {
        leased.take(parts, at);
        keep(parts);
    }
}
