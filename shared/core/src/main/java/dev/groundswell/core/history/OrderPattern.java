package dev.groundswell.core.history;

import dev.groundswell.core.history.HistoryCoverage.State;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a store's days usually bring, by weekday, and which days fall out of it. A day is judged by the median of the same
 * weekday in the weeks around it, so a promotion's peak does not make its neighbours look poor, and a shop that is closed
 * on Sundays is not told that its Sundays are missing. Chance is allowed for: orders are taken to arrive like a Poisson
 * process, and only what such a process would do less than once in a thousand days is told.
 */
final class OrderPattern {

    /** As many of the same weekday as near as possible: mostly two months on either side, so that the pattern follows the season. */
    private static final int NEIGHBOURS = 16;

    /** Below this, an honest process stays away once in a thousand times: {@code exp(-7)} = 0.0009. */
    private static final double SURELY_SOME = 7;

    /** Real days vary more than a Poisson process; so "far below" is below this part of the expectation too. */
    private static final double FAR_BELOW = 0.4;

    private static final double UNLIKELY = 0.001;

    private static final int DAYS_A_WEEK = 7;

    private final NavigableMap<LocalDate, Long> orders;
    private final LocalDate first;
    private final LocalDate end;
    private final NavigableMap<LocalDate, LocalDate> emptyRuns = new TreeMap<>();
    private final NavigableMap<LocalDate, LocalDate> longGaps = new TreeMap<>();

    /**
     * @param orders placed per day; days without any may be left out
     * @param first  the first day that can be judged: the store's first order's
     * @param end    the first day that cannot: today
     */
    OrderPattern(NavigableMap<LocalDate, Long> orders, LocalDate first, LocalDate end) {
        this.orders = orders;
        this.first = first;
        this.end = end;
        findEmptyRuns();
        findLongGaps();
    }

    /** Orders that the day's weekday lets expect, given the weeks around it; empty outside of what can be judged. */
    Optional<Double> expected(LocalDate day) {
        return isJudged(day) ? Optional.of(usual(day)) : Optional.empty();
    }

    State stateOf(LocalDate day) {
        if (!day.isBefore(end)) {
            return State.NOT_OVER;
        }
        if (day.isBefore(first)) {
            return State.BEFORE_FIRST;
        }
        return at(day) == 0 ? stateOfEmpty(day) : stateOfCounted(day);
    }

    private State stateOfEmpty(LocalDate day) {
        if (isIn(longGaps, day)) {
            return State.MISSING;
        }
        var run = emptyRuns.floorEntry(day);
        var expectedInRun = run.getKey()
                .datesUntil(run.getValue().plusDays(1))
                .mapToDouble(this::usual)
                .sum();
        return expectedInRun >= SURELY_SOME && usual(day) > 0 ? State.MISSING : State.COVERED;
    }

    private State stateOfCounted(LocalDate day) {
        var usual = usual(day);
        var found = at(day);
        return found < FAR_BELOW * usual && chanceOfAtMost(found, usual) < UNLIKELY ? State.LOW : State.COVERED;
    }

    private boolean isJudged(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(end);
    }

    private long at(LocalDate day) {
        return orders.getOrDefault(day, 0L);
    }

    private void findEmptyRuns() {
        var day = first;
        while (day.isBefore(end)) {
            if (at(day) > 0) {
                day = day.plusDays(1);
                continue;
            }
            var from = day;
            while (day.isBefore(end) && at(day) == 0) {
                day = day.plusDays(1);
            }
            emptyRuns.put(from, day.minusDays(1));
        }
    }

    /** Runs of a week and more, in which the store's usual week would surely have brought some: no median may rest on them. */
    private void findLongGaps() {
        var usualDay = usualWeek() / DAYS_A_WEEK;
        emptyRuns.forEach((from, to) -> {
            var days = ChronoUnit.DAYS.between(from, to) + 1;
            if (days >= DAYS_A_WEEK && days * usualDay >= SURELY_SOME) {
                longGaps.put(from, to);
            }
        });
    }

    /** The median over the weeks that have orders at all. */
    private double usualWeek() {
        var weeks = new TreeMap<LocalDate, Long>();
        orders.subMap(first, end).forEach((day, placed) -> weeks.merge(day.with(DayOfWeek.MONDAY), placed, Long::sum));
        return median(weeks.values().stream()
                .mapToLong(Long::longValue)
                .filter(placed -> placed > 0)
                .toArray());
    }

    private double usual(LocalDate day) {
        var around = new long[NEIGHBOURS];
        var found = 0;
        for (var distance = 1; found < around.length && reachesIn(day, distance); distance++) {
            for (var other : new LocalDate[] {day.minusWeeks(distance), day.plusWeeks(distance)}) {
                if (found < around.length && isJudged(other) && !isIn(longGaps, other)) {
                    around[found++] = at(other);
                }
            }
        }
        return median(Arrays.copyOf(around, found));
    }

    private boolean reachesIn(LocalDate day, int weeks) {
        return isJudged(day.minusWeeks(weeks)) || isJudged(day.plusWeeks(weeks));
    }

    private static boolean isIn(NavigableMap<LocalDate, LocalDate> runs, LocalDate day) {
        var run = runs.floorEntry(day);
        return run != null && !day.isAfter(run.getValue());
    }

    private static double median(long[] values) {
        if (values.length == 0) {
            return 0;
        }
        Arrays.sort(values);
        var middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
    }

    /** The chance that a Poisson process of this mean brings so few. */
    private static double chanceOfAtMost(long found, double mean) {
        var term = Math.exp(-mean);
        var sum = term;
        for (var k = 1; k <= found; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }
}
