package dev.groundswell.core.metrics;

import dev.groundswell.core.metrics.WarmUpReport.Figures;
import dev.groundswell.core.metrics.WarmUpReport.People;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reports behaviour from the counters, by the days of the store's zone. */
public final class ReportWarmUp {

    /** A year, and the same day of the next: more points than any screen shows, few enough to read at once. */
    public static final int MAX_DAYS = 367;

    private final WarmUpCounters counters;

    public ReportWarmUp(WarmUpCounters counters) {
        this.counters = counters;
    }

    /** A report, or why there is none. */
    public sealed interface Outcome {
        record Reported(WarmUpReport report) implements Outcome {}

        /** {@code to} is before {@code from}. */
        record EmptyRange() implements Outcome {}

        /** The range has more than {@link #MAX_DAYS} days. */
        record TooManyDays() implements Outcome {}
    }

    /**
     * @param from the first day
     * @param to   the last day
     */
    public Outcome report(Store store, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return new Outcome.EmptyRange();
        }
        if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
            return new Outcome.TooManyDays();
        }
        return new Outcome.Reported(new Range(store, from, to).report());
    }

    private final class Range {

        private final Store store;
        private final LocalDate from;
        private final LocalDate to;
        private final SortedMap<CounterKey, WarmUpCounts> counts;

        Range(Store store, LocalDate from, LocalDate to) {
            this.store = store;
            this.from = from;
            this.to = to;
            this.counts = counters.warmUp(store.id(), start(from), start(to.plusDays(1)));
        }

        WarmUpReport report() {
            var series = from.datesUntil(to.plusDays(1)).map(this::point).toList();
            if (series.size() == 1) {
                var day = series.getFirst();
                return new WarmUpReport(day.total(), day.newCustomers(), day.returningCustomers(), series);
            }
            var ofNew = sum(Cohort.NEW);
            var ofReturning = sum(Cohort.RETURNING);
            return new WarmUpReport(
                    figures(ofNew.plus(ofReturning), Optional.of(estimated())),
                    figures(ofNew, Optional.empty()),
                    figures(ofReturning, Optional.empty()),
                    series);
        }

        private WarmUpReport.Point point(LocalDate day) {
            var ofNew = of(day, Cohort.NEW);
            var ofReturning = of(day, Cohort.RETURNING);
            return new WarmUpReport.Point(day, exactly(ofNew.plus(ofReturning)), exactly(ofNew), exactly(ofReturning));
        }

        private WarmUpCounts of(LocalDate day, Cohort cohort) {
            var granule = new Granule(Granularity.DAY, start(day));
            return counts.getOrDefault(new CounterKey(granule, cohort), WarmUpCounts.ZERO);
        }

        private WarmUpCounts sum(Cohort cohort) {
            return counts.entrySet().stream()
                    .filter(day -> day.getKey().cohort() == cohort)
                    .map(Map.Entry::getValue)
                    .reduce(WarmUpCounts.ZERO, WarmUpCounts::plus);
        }

        /** One sketch for everybody: a person's cohort may change with a late order, and nobody can be taken out of a sketch. */
        private People estimated() {
            var people = counters.people(store.id(), start(from), start(to.plusDays(1)));
            return new People(
                    estimate(people, Interest.VISITED),
                    estimate(people, Interest.FAVOURITED),
                    estimate(people, Interest.CARTED),
                    true);
        }

        private Instant start(LocalDate day) {
            return day.atStartOfDay(store.zone()).toInstant();
        }
    }

    private static long estimate(Map<Interest, BuyerSketch> people, Interest interest) {
        return Optional.ofNullable(people.get(interest))
                .map(BuyerSketch::estimate)
                .orElse(0L);
    }

    private static Figures exactly(WarmUpCounts counts) {
        return figures(
                counts, Optional.of(new People(counts.visitors(), counts.favouriters(), counts.carters(), false)));
    }

    private static Figures figures(WarmUpCounts counts, Optional<People> people) {
        return new Figures(people, counts.events(), counts.beyond());
    }
}
