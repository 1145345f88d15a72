package dev.groundswell.core.metrics;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The counters straight from the definitions beside {@code SalesFigures}, granule by granule; slow, and written apart. */
public final class NaiveSales {

    private final Map<BuyerId, List<Order>> orders;
    private final ZoneId zone;

    public NaiveSales(Map<BuyerId, List<Order>> orders, ZoneId zone) {
        this.orders = orders;
        this.zone = zone;
    }

    public Map<CounterKey, SalesCounts> counters() {
        var counters = new TreeMap<CounterKey, SalesCounts>();
        count(
                counters,
                Granularity.HOUR,
                at -> at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant());
        count(counters, Granularity.DAY, at -> day(at).atStartOfDay(zone).toInstant());
        count(
                counters,
                Granularity.MONTH,
                at -> month(at).atDay(1).atStartOfDay(zone).toInstant());
        counters.values().removeIf(SalesCounts::isZero);
        return counters;
    }

    private void count(Map<CounterKey, SalesCounts> counters, Granularity granularity, Function<Instant, Instant> cut) {
        var starts = new HashSet<Instant>();
        orders.values()
                .forEach(all -> all.forEach(order -> {
                    starts.add(cut.apply(order.times().orderedAt()));
                    order.paidAt().ifPresent(paidAt -> starts.add(cut.apply(paidAt)));
                }));
        for (var start : starts) {
            orders.values().forEach(all -> countBuyer(counters, new Granule(granularity, start), cut, all));
        }
    }

    private void countBuyer(
            Map<CounterKey, SalesCounts> counters, Granule granule, Function<Instant, Instant> cut, List<Order> all) {
        Optional<LocalDate> firstPaidDay = all.stream()
                .flatMap(order -> order.paidAt().stream())
                .map(this::day)
                .min(LocalDate::compareTo);
        var paidDaysInside = new HashSet<LocalDate>();
        for (var order : all) {
            if (cut.apply(order.times().orderedAt()).equals(granule.start())) {
                add(
                        counters,
                        granule,
                        isNew(day(order.times().orderedAt()), firstPaidDay),
                        new SalesCounts(1, 0, 0, 0, 0, 0, 0));
            }
            if (order.isPaid() && cut.apply(order.paidAt().orElseThrow()).equals(granule.start())) {
                var paidDay = day(order.paidAt().orElseThrow());
                paidDaysInside.add(paidDay);
                add(
                        counters,
                        granule,
                        isNew(paidDay, firstPaidDay),
                        new SalesCounts(
                                0,
                                1,
                                order.pieces(),
                                0,
                                0,
                                order.sales().minorUnits(),
                                order.refunds().minorUnits()));
            }
        }
        if (!paidDaysInside.isEmpty()) {
            countCustomer(counters, granule, all, firstPaidDay.orElseThrow(), paidDaysInside);
        }
    }

    private void countCustomer(
            Map<CounterKey, SalesCounts> counters,
            Granule granule,
            List<Order> all,
            LocalDate firstPaidDay,
            Set<LocalDate> paidDaysInside) {
        var firstInside = paidDaysInside.stream().min(LocalDate::compareTo).orElseThrow();
        var boughtBefore = all.stream()
                .flatMap(order -> order.paidAt().stream())
                .map(this::day)
                .anyMatch(day -> day.isBefore(firstInside) && !day.isBefore(firstInside.minusDays(90)));
        var prior = granule.granularity() != Granularity.HOUR && boughtBefore ? 1 : 0;
        add(counters, granule, paidDaysInside.contains(firstPaidDay), new SalesCounts(0, 0, 0, 1, prior, 0, 0));
    }

    private static boolean isNew(LocalDate day, Optional<LocalDate> firstPaidDay) {
        return firstPaidDay.isEmpty() || firstPaidDay.get().equals(day);
    }

    private static void add(Map<CounterKey, SalesCounts> counters, Granule granule, boolean isNew, SalesCounts counts) {
        counters.merge(new CounterKey(granule, isNew ? Cohort.NEW : Cohort.RETURNING), counts, SalesCounts::plus);
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(zone));
    }
}
