package dev.groundswell.core.history;

import dev.groundswell.core.history.HistoryCoverage.Day;
import dev.groundswell.core.metrics.SourceCounters;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Says whether a store's history is whole, from {@link HistoryCoverage A1} on: what was imported, and where the gaps are. */
public final class CheckHistoryCoverage {

    /** Six years of days at once: more fits no screen, and no answer in a second. */
    public static final int MAX_DAYS = 6 * 366;

    /** Nobody sold online before; a store with an older order has a wrong date in its history. */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final SourceCounters counters;
    private final InstantSource time;

    public CheckHistoryCoverage(SourceCounters counters, InstantSource time) {
        this.counters = counters;
        this.time = time;
    }

    /** What was found, or why nothing was looked for. */
    public sealed interface Outcome {
        record Checked(HistoryCoverage coverage) implements Outcome {}

        /** The last day lies before the first one. */
        record EmptyRange() implements Outcome {}

        record TooManyDays() implements Outcome {}
    }

    /**
     * @param from first day
     * @param to   last day
     */
    public Outcome check(Store store, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return new Outcome.EmptyRange();
        }
        if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
            return new Outcome.TooManyDays();
        }
        return new Outcome.Checked(coverage(store, from, to));
    }

    private HistoryCoverage coverage(Store store, LocalDate from, LocalDate to) {
        var today = LocalDate.ofInstant(time.instant(), store.zone());
        // All of the history: where it begins, and the weeks around the days in question, are what these are judged by.
        var bySource = new TreeMap<>(counters.ordersBySource(store.id(), EARLIEST, later(today, to)));
        var totals = new TreeMap<LocalDate, Long>();
        bySource.forEach((day, orders) -> totals.put(day, HistoryCoverage.total(orders)));
        totals.values().removeIf(orders -> orders == 0);
        if (totals.isEmpty()) {
            return new HistoryCoverage(
                    Optional.empty(), Optional.empty(), days(from, to, bySource, totals, today, today));
        }
        var first = totals.firstKey();
        return new HistoryCoverage(
                Optional.of(first), Optional.of(totals.lastKey()), days(from, to, bySource, totals, first, today));
    }

    private static List<Day> days(
            LocalDate from,
            LocalDate to,
            NavigableMap<LocalDate, Map<OrderSource, Long>> bySource,
            NavigableMap<LocalDate, Long> totals,
            LocalDate first,
            LocalDate today) {
        var pattern = new OrderPattern(totals, first, today);
        return from.datesUntil(to.plusDays(1))
                .map(day -> new Day(
                        day,
                        new TreeMap<>(bySource.getOrDefault(day, Map.of())),
                        pattern.expected(day),
                        pattern.stateOf(day)))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
