package dev.groundswell.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Cuts time into the hours, days and months of a store's zone. */
public record StoreCalendar(ZoneId zone) {

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public YearMonth monthOf(Instant instant) {
        return YearMonth.from(dayOf(instant));
    }

    /** The granule that contains the instant. A day lasts 23 to 25 hours where clocks change. */
    public Granule granuleOf(Granularity granularity, Instant instant) {
        return new Granule(granularity, startOf(granularity, instant.atZone(zone)));
    }

    /** The granules that {@code [from, to)} touches, in order. */
    public List<Granule> granules(Granularity granularity, Instant from, Instant to) {
        var granules = new ArrayList<Granule>();
        for (var granule = granuleOf(granularity, from); granule.start().isBefore(to); granule = next(granule)) {
            granules.add(granule);
        }
        return granules;
    }

    public Granule next(Granule granule) {
        return new Granule(granule.granularity(), end(granule));
    }

    /** The first instant after the granule. */
    public Instant end(Granule granule) {
        return switch (granule.granularity()) {
            case HOUR -> nextHour(granule.start());
            case DAY -> dayOf(granule.start()).plusDays(1).atStartOfDay(zone).toInstant();
            case MONTH ->
                monthOf(granule.start())
                        .plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(zone)
                        .toInstant();
        };
    }

    private Instant startOf(Granularity granularity, ZonedDateTime time) {
        return switch (granularity) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> time.toLocalDate().atStartOfDay(zone).toInstant();
            case MONTH ->
                time.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
        };
    }

    /** One hour on; where a zone shifts by half an hour the granules of that day are uneven, never repeated. */
    private Instant nextHour(Instant start) {
        var later = start.plus(1, ChronoUnit.HOURS);
        var next = granuleOf(Granularity.HOUR, later).start();
        return next.isAfter(start) ? next : later;
    }
}
