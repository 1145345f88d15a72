package dev.groundswell.core.metrics;

import dev.groundswell.core.behaviour.BehaviourCounts;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.BehaviourKind;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The counters of behaviour and of orders' sources straight from the definitions, day by day; slow, and written apart. */
public final class NaiveWarmUp {

    private final Map<BuyerId, List<Order>> orders;
    private final Set<Told> told = new HashSet<>();
    private final ZoneId zone;

    /** An event by what tells it from others. */
    private record Told(BuyerId buyer, BehaviourKind kind, String item, Instant at) {}

    /** @param orders the latest snapshots */
    public NaiveWarmUp(Map<BuyerId, List<Order>> orders, List<BehaviourEvent> events, ZoneId zone) {
        this.orders = orders;
        this.zone = zone;
        events.forEach(event -> told.add(new Told(event.buyer(), event.kind(), event.itemId(), event.at())));
    }

    public Map<CounterKey, WarmUpCounts> counters() {
        var counters = new TreeMap<CounterKey, WarmUpCounts>();
        for (var day : days()) {
            for (var cohort : Cohort.values()) {
                var counts = count(day, cohort);
                if (!counts.isZero()) {
                    counters.put(new CounterKey(granule(day), cohort), counts);
                }
            }
        }
        return counters;
    }

    /** The orders placed by day and door, without those that came live. */
    public Map<Granule, SortedMap<OrderSource, Long>> sources() {
        var days = new HashMap<Granule, SortedMap<OrderSource, Long>>();
        orders.values().stream()
                .flatMap(List::stream)
                .filter(order -> !order.source().value().equals("live"))
                .forEach(order -> days.computeIfAbsent(granule(day(order.times().orderedAt())), _ -> new TreeMap<>())
                        .merge(order.source(), 1L, Long::sum));
        return days;
    }

    public long visitors() {
        return told.stream()
                .map(Told::buyer)
                .filter(buyer -> !orders.containsKey(buyer))
                .distinct()
                .count();
    }

    private Set<LocalDate> days() {
        var days = new HashSet<LocalDate>();
        told.forEach(event -> days.add(day(event.at())));
        return days;
    }

    private WarmUpCounts count(LocalDate day, Cohort cohort) {
        return new WarmUpCounts(
                people(day, cohort, BehaviourKind.VIEW),
                people(day, cohort, BehaviourKind.FAVOURITE),
                people(day, cohort, BehaviourKind.CART),
                new BehaviourCounts(
                        events(day, cohort, BehaviourKind.VIEW),
                        events(day, cohort, BehaviourKind.FAVOURITE),
                        events(day, cohort, BehaviourKind.CART),
                        events(day, cohort, BehaviourKind.PURCHASE),
                        events(day, cohort, BehaviourKind.UNFAVOURITE) + events(day, cohort, BehaviourKind.UNCART)),
                0);
    }

    private List<Told> of(LocalDate day, Cohort cohort, BehaviourKind kind) {
        return told.stream()
                .filter(event -> event.kind() == kind && day(event.at()).equals(day))
                .filter(event -> hasPaidBefore(event.buyer(), day) == (cohort == Cohort.RETURNING))
                .toList();
    }

    private long people(LocalDate day, Cohort cohort, BehaviourKind kind) {
        return of(day, cohort, kind).stream().map(Told::buyer).distinct().count();
    }

    private long events(LocalDate day, Cohort cohort, BehaviourKind kind) {
        return of(day, cohort, kind).size();
    }

    private boolean hasPaidBefore(BuyerId buyer, LocalDate day) {
        return orders.getOrDefault(buyer, List.of()).stream()
                .flatMap(order -> order.paidAt().stream())
                .anyMatch(paidAt -> day(paidAt).isBefore(day));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Granule granule(LocalDate day) {
        return new Granule(Granularity.DAY, day.atStartOfDay(zone).toInstant());
    }
}
