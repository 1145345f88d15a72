package dev.groundswell.core.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The same hours of every day.
 *
 * @param until behind the last instant; may lie before {@code from}, then it is of the next day; the same as {@code from} means
 *              the whole day
 */
public record DailyHours(LocalTime from, LocalTime until) {

    public static final DailyHours ALL_DAY = new DailyHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public boolean contain(Instant instant, ZoneId zone) {
        return contain(instant.atZone(zone).toLocalTime());
    }

    public boolean contain(LocalTime time) {
        var begun = !time.isBefore(from);
        var over = !time.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }

    /** The first instant from {@code instant} on that they contain. */
    public Instant nextFrom(Instant instant, ZoneId zone) {
        if (contain(instant, zone)) {
            return instant;
        }
        var day = instant.atZone(zone).toLocalDate();
        var today = day.atTime(from).atZone(zone).toInstant();
        return today.isAfter(instant)
                ? today
                : day.plusDays(1).atTime(from).atZone(zone).toInstant();
    }

    /**
     * The first instant that they do not contain any more; empty if they never end.
     *
     * @param within one that they contain
     */
    public Optional<Instant> endAfter(Instant within, ZoneId zone) {
        if (from.equals(until)) {
            return Optional.empty();
        }
        var start = within.atZone(zone);
        var endsTomorrow = !start.toLocalTime().isBefore(until);
        var day = endsTomorrow ? start.toLocalDate().plusDays(1) : start.toLocalDate();
        return Optional.of(day.atTime(until).atZone(zone).toInstant());
    }
}
