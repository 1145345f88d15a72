package dev.groundswell.core.metrics;

import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.time.Granule;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values of all counters of a store, or differences between them. No entry is zero.
 *
 * @param sales   by hour, day and month
 * @param warmUp  by day
 * @param sources by day, the orders placed that came through another door than {@link OrderSource#LIVE}; the rest of the
 *                day's orders came through that one
 * @param clicks  and the payments after them, by whose messages they were in
 * @param reminders and the payments after them, by task and day
 */
public record Counters(
        SortedMap<CounterKey, SalesCounts> sales,
        SortedMap<CounterKey, WarmUpCounts> warmUp,
        Map<Granule, SortedMap<OrderSource, Long>> sources,
        SortedMap<String, ClickCounts> clicks,
        SortedMap<ReminderKey, ReminderCounts> reminders) {

    public static final Counters NONE = new Sum().counters();

    public Counters {
        sales = Collections.unmodifiableSortedMap(nonZero(sales));
        warmUp = Collections.unmodifiableSortedMap(nonZeroWarmUp(warmUp));
        sources = Collections.unmodifiableMap(nonZeroSources(sources));
        clicks = Collections.unmodifiableSortedMap(nonZeroClicks(clicks));
        reminders = Collections.unmodifiableSortedMap(nonZeroReminders(reminders));
    }

    /** What one item holds counters of. */
    sealed interface Place {

        record OfGranule(Granule granule) implements Place {}

        record OfClicks(String to) implements Place {}

        record OfReminders(ReminderKey key) implements Place {}
    }

    public Counters minus(Counters other) {
        var difference = new Sum();
        difference.add(this);
        other.sales.forEach((key, counts) -> difference.addSales(key, counts.negated()));
        other.warmUp.forEach((key, counts) -> difference.addWarmUp(key, counts.negated()));
        other.sources.forEach(
                (day, orders) -> orders.forEach((source, number) -> difference.addSource(day, source, -number)));
        other.clicks.forEach((to, counts) -> difference.addClicks(to, counts.negated()));
        other.reminders.forEach((key, counts) -> difference.addReminders(key, counts.negated()));
        return difference.counters();
    }

    public boolean isZero() {
        return equals(NONE);
    }

    /** How many entries there are. */
    public long size() {
        return sales.size()
                + warmUp.size()
                + sources.values().stream().mapToLong(Map::size).sum()
                + clicks.size()
                + reminders.size();
    }

    /** Where there are any. */
    Set<Place> places() {
        var places = new HashSet<Place>();
        sources.keySet().forEach(day -> places.add(new Place.OfGranule(day)));
        sales.keySet().forEach(key -> places.add(new Place.OfGranule(key.granule())));
        warmUp.keySet().forEach(key -> places.add(new Place.OfGranule(key.granule())));
        clicks.keySet().forEach(to -> places.add(new Place.OfClicks(to)));
        reminders.keySet().forEach(key -> places.add(new Place.OfReminders(key)));
        return places;
    }

    /** Adds many up, one after the other. */
    public static final class Sum {

        private final SortedMap<CounterKey, SalesCounts> sales = new TreeMap<>();
        private final SortedMap<CounterKey, WarmUpCounts> warmUp = new TreeMap<>();
        private final Map<Granule, SortedMap<OrderSource, Long>> sources = new HashMap<>();
        private final SortedMap<String, ClickCounts> clicks = new TreeMap<>();
        private final SortedMap<ReminderKey, ReminderCounts> reminders = new TreeMap<>();

        public void add(Counters counters) {
            counters.sales.forEach(this::addSales);
            counters.warmUp.forEach(this::addWarmUp);
            counters.sources.forEach(
                    (day, orders) -> orders.forEach((source, number) -> addSource(day, source, number)));
            counters.clicks.forEach(this::addClicks);
            counters.reminders.forEach(this::addReminders);
        }

        public void addSales(CounterKey key, SalesCounts counts) {
            sales.merge(key, counts, SalesCounts::plus);
        }

        public void addWarmUp(CounterKey key, WarmUpCounts counts) {
            warmUp.merge(key, counts, WarmUpCounts::plus);
        }

        public void addSource(Granule day, OrderSource source, long orders) {
            sources.computeIfAbsent(day, _ -> new TreeMap<>()).merge(source, orders, Long::sum);
        }

        public void addClicks(String to, ClickCounts counts) {
            clicks.merge(to, counts, ClickCounts::plus);
        }

        public void addReminders(ReminderKey key, ReminderCounts counts) {
            reminders.merge(key, counts, ReminderCounts::plus);
        }

        public Counters counters() {
            return new Counters(sales, warmUp, sources, clicks, reminders);
        }
    }

    private static SortedMap<CounterKey, SalesCounts> nonZero(SortedMap<CounterKey, SalesCounts> counts) {
        var copy = new TreeMap<>(counts);
        copy.values().removeIf(SalesCounts::isZero);
        return copy;
    }

    private static SortedMap<CounterKey, WarmUpCounts> nonZeroWarmUp(SortedMap<CounterKey, WarmUpCounts> counts) {
        var copy = new TreeMap<>(counts);
        copy.values().removeIf(WarmUpCounts::isZero);
        return copy;
    }

    private static SortedMap<String, ClickCounts> nonZeroClicks(SortedMap<String, ClickCounts> counts) {
        var copy = new TreeMap<>(counts);
        copy.values().removeIf(ClickCounts::isZero);
        return copy;
    }

    private static SortedMap<ReminderKey, ReminderCounts> nonZeroReminders(
            SortedMap<ReminderKey, ReminderCounts> counts) {
        var copy = new TreeMap<>(counts);
        copy.values().removeIf(ReminderCounts::isZero);
        return copy;
    }

    private static Map<Granule, SortedMap<OrderSource, Long>> nonZeroSources(
            Map<Granule, SortedMap<OrderSource, Long>> counts) {
        var copy = new HashMap<Granule, SortedMap<OrderSource, Long>>();
        counts.forEach((day, orders) -> {
            var ofDay = new TreeMap<>(orders);
            ofDay.values().removeIf(number -> number == 0);
            if (!ofDay.isEmpty()) {
                copy.put(day, ofDay);
            }
        });
        return copy;
    }
}
