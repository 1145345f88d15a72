package dev.groundswell.core.history;

import dev.groundswell.core.history.HistoryCoverage.Day;
import dev.groundswell.core.metrics.SourceCounters;
import dev.groundswell.core.order.OrderListing;
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

    private final OrderListing orders;
    private final SourceCounters counters;
    private final InstantSource time;

    public CheckHistoryCoverage(OrderListing orders, SourceCounters counters, InstantSource time) {
        this.orders = orders;
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
        var bySource = all(store);
        var totals = new TreeMap<LocalDate, Long>();
        bySource.forEach((day, placed) -> totals.put(day, HistoryCoverage.total(placed)));
        totals.values().removeIf(placed -> placed == 0);
        var first = totals.isEmpty() ? today : totals.firstKey();
        return new HistoryCoverage(
                Optional.ofNullable(totals.isEmpty() ? null : first),
                Optional.ofNullable(totals.isEmpty() ? null : totals.lastKey()),
                days(from, to, bySource, totals, first, today));
    }

    /** The store's zone may put an order into the month beside its month in UTC. */
    private NavigableMap<LocalDate, Map<OrderSource, Long>> all(Store store) {
        var months = orders.months(store.id());
        return months.isEmpty()
                ? new TreeMap<>()
                : new TreeMap<>(counters.ordersBySource(
                        store.id(),
                        months.first().atDay(1).minusDays(1),
                        months.last().atEndOfMonth().plusDays(1)));
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
}
