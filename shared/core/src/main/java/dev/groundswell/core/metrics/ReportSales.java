package dev.groundswell.core.metrics;

import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import dev.groundswell.core.time.StoreCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;

/** Reports sales from the counters, widened to whole granules of the store's zone. */
public final class ReportSales {

    /** A month of hours, or three years of days: more points than any screen shows, few enough to read at once. */
    public static final int MAX_POINTS = 1_200;

    private static final int SHARE_SCALE = 4;

    private final SalesCounters counters;
    private final InstantSource time;

    /** @param time tells {@code asOf} where nothing is counted yet */
    public ReportSales(SalesCounters counters, InstantSource time) {
        this.counters = counters;
        this.time = time;
    }

    /** A report, or why there is none. */
    public sealed interface Outcome {
        record Reported(SalesReport report) implements Outcome {}

        /** {@code to} is not after {@code from}. */
        record EmptyRange() implements Outcome {}

        /** The range has more than {@link #MAX_POINTS} granules. */
        record TooManyPoints() implements Outcome {}
    }

    public Outcome report(Store store, Instant from, Instant to, Granularity granularity) {
        if (!to.isAfter(from)) {
            return new Outcome.EmptyRange();
        }
        if (points(granularity, from, to) > MAX_POINTS) {
            return new Outcome.TooManyPoints();
        }
        return new Outcome.Reported(new Range(store, granularity, from, to).report());
    }

    /** About how many points; never fewer than half of them, and cheap to tell for any range. */
    private static long points(Granularity granularity, Instant from, Instant to) {
        var hours = (to.getEpochSecond() - from.getEpochSecond()) / 3600;
        return switch (granularity) {
            case HOUR -> hours;
            case DAY -> hours / 24;
            case MONTH -> hours / (24 * 31);
        };
    }

    private final class Range {

        private final Store store;
        private final StoreCalendar calendar;
        private final Granularity granularity;
        private final List<Granule> granules;
        private final Instant start;
        private final Instant end;
        private final SortedMap<CounterKey, SalesCounts> counts;
        private final SortedMap<CounterKey, SalesCounts> days;

        Range(Store store, Granularity granularity, Instant from, Instant to) {
            this.store = store;
            this.granularity = granularity;
            this.calendar = new StoreCalendar(store.zone());
            this.granules = calendar.granules(granularity, from, to);
            this.start = granules.getFirst().start();
            this.end = calendar.end(granules.getLast());
            this.counts = counters.read(store.id(), granularity, start, end);
            this.days = granularity == Granularity.DAY
                    ? counts
                    : counters.read(
                            store.id(),
                            Granularity.DAY,
                            calendar.granuleOf(Granularity.DAY, start).start(),
                            end);
        }

        SalesReport report() {
            var ofNew = sum(Cohort.NEW);
            var ofReturning = sum(Cohort.RETURNING);
            var customers = customers();
            var total = figures(ofNew.plus(ofReturning))
                    .withCustomers(customers.ofNew() + customers.ofReturning(), customers.estimated());
            return new SalesReport(
                    total,
                    figures(ofNew).withCustomers(customers.ofNew(), customers.newEstimated()),
                    figures(ofReturning).withCustomers(customers.ofReturning(), customers.estimated()),
                    share(ofNew.sales(), ofNew.sales() + ofReturning.sales()),
                    boughtInPrior90Days(),
                    granules.stream().map(this::point).toList(),
                    counters.countedUpTo(store.id()).orElseGet(time::instant));
        }

        private SalesReport.Point point(Granule granule) {
            var ofNew = of(granule, Cohort.NEW);
            var ofReturning = of(granule, Cohort.RETURNING);
            return new SalesReport.Point(
                    granule, figures(ofNew.plus(ofReturning)), figures(ofNew), figures(ofReturning));
        }

        private SalesCounts of(Granule granule, Cohort cohort) {
            return counts.getOrDefault(new CounterKey(granule, cohort), SalesCounts.ZERO);
        }

        private SalesFigures figures(SalesCounts of) {
            return SalesFigures.exactly(of, store.currency());
        }

        private SalesCounts sum(Cohort cohort) {
            return granules.stream().map(granule -> of(granule, cohort)).reduce(SalesCounts.ZERO, SalesCounts::plus);
        }

        /** Distinct people are not added up, but for those who are new: each of them is so on one day only. */
        private Customers customers() {
            if (granules.size() == 1) {
                return new Customers(
                        sum(Cohort.NEW).customers(), sum(Cohort.RETURNING).customers(), false, false);
            }
            if (granularity == Granularity.HOUR && isRestOfOneDayEmpty()) {
                return new Customers(
                        daySum(Cohort.NEW, SalesCounts::customers),
                        daySum(Cohort.RETURNING, SalesCounts::customers),
                        false,
                        false);
            }
            return estimatedCustomers();
        }

        private Customers estimatedCustomers() {
            var sketches = counters.buyers(store.id(), start, end);
            var ofNew = sketches.getOrDefault(Cohort.NEW, BuyerSketch.empty());
            var all = BuyerSketch.empty();
            sketches.values().forEach(all::add);
            var newExact = coversWholeDays();
            var newCustomers = newExact ? daySum(Cohort.NEW, SalesCounts::customers) : ofNew.estimate();
            return new Customers(newCustomers, Math.max(0, all.estimate() - newCustomers), !newExact, true);
        }

        /** Whether all sales of the one day that the range lies in are in the range, so that the day's customers are its own. */
        private boolean isRestOfOneDayEmpty() {
            return calendar.dayOf(start)
                            .equals(calendar.dayOf(granules.getLast().start()))
                    && daySum(Cohort.NEW, SalesCounts::ordersPaid)
                            == sum(Cohort.NEW).ordersPaid()
                    && daySum(Cohort.RETURNING, SalesCounts::ordersPaid)
                            == sum(Cohort.RETURNING).ordersPaid();
        }

        private boolean coversWholeDays() {
            return calendar.granuleOf(Granularity.DAY, start).start().equals(start)
                    && calendar.granuleOf(Granularity.DAY, end).start().equals(end);
        }

        private BigDecimal boughtInPrior90Days() {
            if (granularity == Granularity.MONTH && granules.size() == 1) {
                var month = sum(Cohort.NEW).plus(sum(Cohort.RETURNING));
                return share(month.boughtInPrior90Days(), month.customers());
            }
            return share(
                    daySum(Cohort.NEW, SalesCounts::boughtInPrior90Days)
                            + daySum(Cohort.RETURNING, SalesCounts::boughtInPrior90Days),
                    daySum(Cohort.NEW, SalesCounts::customers) + daySum(Cohort.RETURNING, SalesCounts::customers));
        }

        private long daySum(Cohort cohort, ToLongFunction<SalesCounts> figure) {
            return days.entrySet().stream()
                    .filter(day -> day.getKey().cohort() == cohort)
                    .map(Map.Entry::getValue)
                    .mapToLong(figure)
                    .sum();
        }

        private static BigDecimal share(long part, long whole) {
            return whole == 0
                    ? BigDecimal.ZERO.setScale(SHARE_SCALE)
                    : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), SHARE_SCALE, RoundingMode.HALF_UP);
        }
    }

    /** Distinct buyers in the range, and which of the numbers are estimates. */
    private record Customers(long ofNew, long ofReturning, boolean newEstimated, boolean estimated) {}
}
