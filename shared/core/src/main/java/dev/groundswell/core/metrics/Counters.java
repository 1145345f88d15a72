package dev.groundswell.core.metrics;

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
 */
public record Counters(
        SortedMap<CounterKey, SalesCounts> sales,
        SortedMap<CounterKey, WarmUpCounts> warmUp,
        Map<Granule, SortedMap<OrderSource, Long>> sources) {

    public static final Counters NONE =
            new Counters(Collections.emptySortedMap(), Collections.emptySortedMap(), Map.of());

    public Counters {
        sales = Collections.unmodifiableSortedMap(nonZero(sales));
        warmUp = Collections.unmodifiableSortedMap(nonZeroWarmUp(warmUp));
        sources = Collections.unmodifiableMap(nonZeroSources(sources));
    }

    public Counters minus(Counters other) {
        var difference = new Sum();
        difference.add(this);
        other.sales.forEach((key, counts) -> difference.addSales(key, counts.negated()));
        other.warmUp.forEach((key, counts) -> difference.addWarmUp(key, counts.negated()));
        other.sources.forEach(
                (day, orders) -> orders.forEach((source, number) -> difference.addSource(day, source, -number)));
        return difference.counters();
    }

    public boolean isZero() {
        return equals(NONE);
    }

    /** How many entries there are. */
    public long size() {
        return sales.size()
                + warmUp.size()
                + sources.values().stream().mapToLong(Map::size).sum();
    }

    /** The granules that have any. */
    public Set<Granule> granules() {
        var granules = new HashSet<>(sources.keySet());
        sales.keySet().forEach(key -> granules.add(key.granule()));
        warmUp.keySet().forEach(key -> granules.add(key.granule()));
        return granules;
    }

    /** Adds many up, one after the other. */
    public static final class Sum {

        private final SortedMap<CounterKey, SalesCounts> sales = new TreeMap<>();
        private final SortedMap<CounterKey, WarmUpCounts> warmUp = new TreeMap<>();
        private final Map<Granule, SortedMap<OrderSource, Long>> sources = new HashMap<>();

        public void add(Counters counters) {
            counters.sales.forEach(this::addSales);
            counters.warmUp.forEach(this::addWarmUp);
            counters.sources.forEach(
                    (day, orders) -> orders.forEach((source, number) -> addSource(day, source, number)));
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

        public Counters counters() {
            return new Counters(sales, warmUp, sources);
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
