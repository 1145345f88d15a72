package dev.groundswell.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock that functions are given. It ticks with the wall clock, times its speed, from wherever it was set. Queue
 * time-outs, tokens and signatures do not use it.
 */
public final class LocalClock implements InstantSource {

    private volatile Reading reading;

    private record Reading(Instant base, long nanosAtBase, double factor) {

        Instant at(long nanos) {
            long passed = nanos - nanosAtBase;
            return factor == 1.0 ? base.plusNanos(passed) : base.plusNanos((long) (passed * factor));
        }
    }

    /** A clock that shows the wall clock's time. */
    public static LocalClock system() {
        return startingAt(InstantSource.system().instant());
    }

    public static LocalClock startingAt(Instant start) {
        return new LocalClock(start);
    }

    private LocalClock(Instant start) {
        this.reading = new Reading(start, System.nanoTime(), 1);
    }

    @Override
    public Instant instant() {
        return reading.at(System.nanoTime());
    }

    /** Sets the clock; it ticks on from there at {@code factor} times real time, or stands still at 0. */
    public void set(Instant now, double factor) {
        reading = new Reading(now, System.nanoTime(), factor);
    }

    /** How long the wall clock takes until this clock shows {@code instant}. */
    public Duration wallTimeUntil(Instant instant) {
        double factor = reading.factor();
        if (factor == 0) {
            return Duration.ofDays(1);
        }
        long nanos = Duration.between(instant(), instant).toNanos();
        return Duration.ofNanos((long) Math.ceil(nanos / factor));
    }
}
