package dev.groundswell.core.message.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one worker has leased of one pace, and how it keeps to it: calls are spaced by their parts, no second of the clock has
 * more of them than were leased for it, and what was not used in its time is lost.
 *
 * <p>Not safe for several threads.
 */
final class LeasedSeconds {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private List<Lease> leases = List.of();

    /** Calls before it would follow the last one too closely. */
    private Instant spacedUntil = Instant.MIN;

    private long secondInUse = Long.MIN_VALUE;
    private int usedInSecond;

    /** @param leases all that the worker holds from now on, in order */
    void hold(List<Lease> leases) {
        this.leases = List.copyOf(leases);
    }

    List<Lease> held() {
        return leases;
    }

    /** The second of Unix time that is leased no more; {@code now} if none is leased. */
    long until(long now) {
        return leases.stream()
                .mapToLong(Lease::until)
                .filter(until -> until > now)
                .max()
                .orElse(now);
    }

    /**
     * When a call of so many parts may begin; {@code from} if at once.
     *
     * @return empty if not in what is leased
     */
    Optional<Instant> earliest(int parts, Instant from) {
        var at = from.isAfter(spacedUntil) ? from : spacedUntil;
        for (var lease : leases) {
            for (var second = Math.max(lease.from(), at.getEpochSecond()); second < lease.until(); second++) {
                if (hasRoom(parts, second, lease.rate())) {
                    return Optional.of(second > at.getEpochSecond() ? Instant.ofEpochSecond(second) : at);
                }
            }
        }
        return Optional.empty();
    }

    /** A message of more parts than a second has goes alone in one, and what follows waits for longer. */
    private boolean hasRoom(int parts, long second, int rate) {
        var used = second == secondInUse ? usedInSecond : 0;
        return used == 0 || used + parts <= rate;
    }

    /** A call begins, at an instant for which {@link #earliest} has room. */
    void take(int parts, Instant at) {
        var second = at.getEpochSecond();
        usedInSecond = (second == secondInUse ? usedInSecond : 0) + parts;
        secondInUse = second;
        spacedUntil = at.plusNanos(Math.ceilDiv(parts * NANOS, rate(at)));
    }

    /** How many more parts the second has room for. */
    int room(Instant at) {
        return rate(at) - (at.getEpochSecond() == secondInUse ? usedInSecond : 0);
    }

    /** What is leased for the second. */
    int rate(Instant at) {
        return found(at).orElseThrow(() -> new IllegalStateException("The second of " + at + " is not leased."));
    }

    /** The same, or 0. */
    int rateOrNone(Instant at) {
        return found(at).orElse(0);
    }

    private OptionalInt found(Instant at) {
        var second = at.getEpochSecond();
        return leases.stream()
                .filter(lease -> lease.covers(second))
                .mapToInt(Lease::rate)
                .findFirst();
    }

    /** How many parts calls between these instants can have. */
    long left(Instant from, Instant until) {
        var begin = from.isAfter(spacedUntil) ? from : spacedUntil;
        return leases.stream().mapToLong(lease -> left(lease, begin, until)).sum();
    }

    private static long left(Lease lease, Instant begin, Instant until) {
        var from = max(begin, Instant.ofEpochSecond(lease.from()));
        var to = min(until, Instant.ofEpochSecond(lease.until()));
        return from.isBefore(to) ? Math.ceilDiv(Duration.between(from, to).toNanos() * lease.rate(), NANOS) : 0;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
