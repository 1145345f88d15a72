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

    /** Asks for more before what is leased ends. */
    void renew(Instant now, Lender lender) {
        var second = now.getEpochSecond();
        if (leased.until(second) - second <= SECONDS_LEFT) {
            ask(now, lender);
        }
    }

    /**
     * Asks for more also where so many parts beside those that are promised are more than a second's: others of this worker have
     * asked for as many as they are themselves.
     */
    void renewFor(int parts, Instant now, Lender lender) {
        if (promised(now) + parts > leased.rateOrNone(now)) {
            ask(now, lender);
        } else {
            renew(now, lender);
        }
    }

    private void ask(Instant now, Lender lender) {
        if (now.isBefore(asksFrom)) {
            return;
        }
        var second = now.getEpochSecond();
        var until = leased.until(second);
        var rate = leased.rateOrNone(now);
        asksFrom = now.plus(BETWEEN_ASKING);
        leased.hold(lender.lease(key, leased.held()));
        if (leased.until(second) > until || leased.rateOrNone(now) > rate) {
            asksFrom = now;
        }
    }

    /** How many parts are neither gone nor promised, of what can go between these instants. */
    long free(Instant now, Instant until) {
        return leased.left(now, until) - promised(now);
    }

    /** Parts that are promised and not gone. */
    int promised(Instant now) {
        promises.removeIf(promise -> promise.parts == 0 || !promise.until.isAfter(now));
        return promises.stream().mapToInt(promise -> promise.parts).sum();
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
