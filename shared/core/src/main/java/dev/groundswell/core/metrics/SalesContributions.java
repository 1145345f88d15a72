package dev.groundswell.core.metrics;

import dev.groundswell.core.metrics.ContributionKey.HourKey;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one buyer contributes to the counters, by hour. The contributions to days and months follow from it ({@link
 * #counters}), so it is all that has to be remembered of what was counted.
 *
 * @param zone  the store's, in which the hours were cut
 * @param hours by hour and cohort; {@link SalesCounts#customers} is not used here; no entry is zero
 */
public record SalesContributions(ZoneId zone, SortedMap<HourKey, SalesCounts> hours) {

    private static final int PRIOR_DAYS = 90;

    public SalesContributions {
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
    }

    public static SalesContributions none(ZoneId zone) {
        return new SalesContributions(zone, Collections.emptySortedMap());
    }

    /** What the buyer with these orders contributes. */
    public static SalesContributions of(Collection<Order> orders, StoreCalendar calendar) {
        var firstPaidDay = firstPaidDay(orders, calendar);
        var hours = new TreeMap<HourKey, SalesCounts>();
        for (var order : orders) {
            add(hours, order.times().orderedAt(), placed(), calendar, firstPaidDay);
            order.paidAt().ifPresent(paidAt -> add(hours, paidAt, paid(order), calendar, firstPaidDay));
        }
        return new SalesContributions(calendar.zone(), hours);
    }

    /** The day of the first paid order, which makes a new customer of a buyer and, from the next day on, a returning one. */
    static Optional<LocalDate> firstPaidDay(Collection<Order> orders, StoreCalendar calendar) {
        return orders.stream()
                .flatMap(order -> order.paidAt().stream())
                .min(Comparator.naturalOrder())
                .map(calendar::dayOf);
    }

    /** The contributions to all counters: hours, days and months. */
    public Map<CounterKey, SalesCounts> counters() {
        var calendar = new StoreCalendar(zone);
        var counters = new TreeMap<CounterKey, SalesCounts>();
        hours.forEach((hour, counts) -> {
            var customers = counts.ordersPaid() > 0 ? 1 : 0;
            counters.put(key(Granularity.HOUR, hour, calendar), counts.withCustomers(customers, 0));
            counters.merge(key(Granularity.DAY, hour, calendar), counts, SalesCounts::plus);
            counters.merge(key(Granularity.MONTH, hour, calendar), counts, SalesCounts::plus);
        });
        var paidDays = paidDays(calendar);
        countCustomersOfDays(counters, paidDays, calendar);
        countCustomersOfMonths(counters, paidDays, calendar);
        return counters;
    }

    /** The hours that differ from {@code before}, in order. */
    List<HourKey> changedHours(SalesContributions before) {
        var changed = new TreeSet<>(hours.keySet());
        changed.addAll(before.hours.keySet());
        changed.removeIf(hour -> Objects.equals(hours.get(hour), before.hours.get(hour)));
        return List.copyOf(changed);
    }

    /** These contributions, but for the given hours, which are as in {@code other}. */
    SalesContributions with(Collection<HourKey> changed, SalesContributions other) {
        var mixed = new TreeMap<>(hours);
        for (var hour : changed) {
            mixed.compute(hour, (_, _) -> other.hours.get(hour));
        }
        return new SalesContributions(zone, mixed);
    }

    /** The hours in which the buyer has a paid order. */
    public SortedMap<HourKey, SalesCounts> paidHours() {
        var paid = new TreeMap<>(hours);
        paid.values().removeIf(counts -> counts.ordersPaid() == 0);
        return paid;
    }

    private static SalesCounts placed() {
        return new SalesCounts(1, 0, 0, 0, 0, 0, 0);
    }

    private static SalesCounts paid(Order order) {
        return new SalesCounts(
                0,
                1,
                order.pieces(),
                0,
                0,
                order.sales().minorUnits(),
                order.refunds().minorUnits());
    }

    private static void add(
            Map<HourKey, SalesCounts> hours,
            Instant at,
            SalesCounts counts,
            StoreCalendar calendar,
            Optional<LocalDate> firstPaidDay) {
        var isNew = firstPaidDay.map(calendar.dayOf(at)::equals).orElse(true);
        var hour = calendar.granuleOf(Granularity.HOUR, at).start();
        hours.merge(new HourKey(hour, isNew ? Cohort.NEW : Cohort.RETURNING), counts, SalesCounts::plus);
    }

    private static CounterKey key(Granularity granularity, HourKey hour, StoreCalendar calendar) {
        return new CounterKey(calendar.granuleOf(granularity, hour.start()), hour.cohort());
    }

    private TreeMap<LocalDate, Cohort> paidDays(StoreCalendar calendar) {
        var days = new TreeMap<LocalDate, Cohort>();
        paidHours().keySet().forEach(hour -> days.put(calendar.dayOf(hour.start()), hour.cohort()));
        return days;
    }

    private static void countCustomersOfDays(
            Map<CounterKey, SalesCounts> counters, TreeMap<LocalDate, Cohort> paidDays, StoreCalendar calendar) {
        paidDays.forEach((day, cohort) -> {
            var granule = new Granule(
                    Granularity.DAY, day.atStartOfDay(calendar.zone()).toInstant());
            countCustomer(counters, new CounterKey(granule, cohort), boughtBefore(paidDays.navigableKeySet(), day));
        });
    }

    /** In a month a buyer is new whose first paid day lies in it, whatever the later orders of that month count as. */
    private static void countCustomersOfMonths(
            Map<CounterKey, SalesCounts> counters, TreeMap<LocalDate, Cohort> paidDays, StoreCalendar calendar) {
        var firstDays = new HashMap<YearMonth, LocalDate>();
        var newIn = new HashMap<YearMonth, Boolean>();
        paidDays.forEach((day, cohort) -> {
            firstDays.putIfAbsent(YearMonth.from(day), day);
            newIn.merge(YearMonth.from(day), cohort == Cohort.NEW, Boolean::logicalOr);
        });
        firstDays.forEach((month, firstDay) -> {
            var granule = new Granule(
                    Granularity.MONTH,
                    month.atDay(1).atStartOfDay(calendar.zone()).toInstant());
            var cohort = newIn.getOrDefault(month, false) ? Cohort.NEW : Cohort.RETURNING;
            countCustomer(
                    counters, new CounterKey(granule, cohort), boughtBefore(paidDays.navigableKeySet(), firstDay));
        });
    }

    private static void countCustomer(Map<CounterKey, SalesCounts> counters, CounterKey key, boolean boughtBefore) {
        counters.merge(key, SalesCounts.ZERO.withCustomers(1, boughtBefore ? 1 : 0), SalesCounts::plus);
    }

    private static boolean boughtBefore(NavigableSet<LocalDate> paidDays, LocalDate day) {
        @Nullable LocalDate previous = paidDays.lower(day);
        return previous != null && !previous.isBefore(day.minusDays(PRIOR_DAYS));
    }
}
