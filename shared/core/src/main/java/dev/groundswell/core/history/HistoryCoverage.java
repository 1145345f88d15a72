package dev.groundswell.core.history;

import dev.groundswell.core.order.OrderSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a store's history is whole: per day how many orders were placed, through which doors they came, and what is
 * missing by the store's own pattern.
 *
 * @param firstDay the first day the store has an order on at all, also outside of {@code days}
 * @param lastDay  the last such day
 * @param days     every day asked for, in order
 */
public record HistoryCoverage(Optional<LocalDate> firstDay, Optional<LocalDate> lastDay, List<Day> days) {

    public HistoryCoverage {
        days = List.copyOf(days);
    }

    /** How a day looks beside the store's other days. */
    public enum State {
        /** As many orders as the day's pattern lets expect, or no pattern to miss. */
        COVERED,
        /** Far fewer orders than on the same weekday around it. */
        LOW,
        /** No order, where the days around it let expect some. */
        MISSING,
        /** Before the store's first order: nobody can say whether anything is missing. */
        BEFORE_FIRST,
        /** Today or later. */
        NOT_OVER
    }

    /**
     * One day in the store's zone.
     *
     * @param orders   placed that day, by the door of their latest state
     * @param expected orders that the pattern lets expect, as a mean; empty where the day is not judged
     */
    public record Day(LocalDate date, SortedMap<OrderSource, Long> orders, Optional<Double> expected, State state) {

        public Day {
            orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
        }

        public long total() {
            return orders.values().stream().mapToLong(Long::longValue).sum();
        }

        boolean isSuspicious() {
            return state == State.LOW || state == State.MISSING;
        }
    }

    /** The days of one month that were asked for. */
    public record Month(YearMonth month, List<Day> days) {

        public Month {
            days = List.copyOf(days);
        }

        public SortedMap<OrderSource, Long> orders() {
            return sum(days);
        }

        public long total() {
            return days.stream().mapToLong(Day::total).sum();
        }

        public int count(State state) {
            return (int) days.stream().filter(day -> day.state() == state).count();
        }
    }

    /**
     * Days one after the other in the same suspicious state.
     *
     * @param state {@link State#MISSING} or {@link State#LOW}
     */
    public record Gap(LocalDate from, LocalDate to, State state, long orders, double expected) {

        public int days() {
            return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
        }
    }

    /** No gap among the days that can be judged, and at least one of them. */
    public boolean isWhole() {
        return days.stream().anyMatch(day -> day.state() == State.COVERED)
                && days.stream().noneMatch(Day::isSuspicious);
    }

    public long total() {
        return days.stream().mapToLong(Day::total).sum();
    }

    public SortedMap<OrderSource, Long> orders() {
        return sum(days);
    }

    public List<Month> months() {
        var months = new TreeMap<YearMonth, List<Day>>();
        days.forEach(day -> months.computeIfAbsent(YearMonth.from(day.date()), _ -> new ArrayList<>())
                .add(day));
        return months.entrySet().stream()
                .map(month -> new Month(month.getKey(), month.getValue()))
                .toList();
    }

    public List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        for (var day : days) {
            if (!day.isSuspicious()) {
                continue;
            }
            var last = gaps.isEmpty() ? null : gaps.getLast();
            if (last != null
                    && last.state() == day.state()
                    && last.to().plusDays(1).equals(day.date())) {
                gaps.removeLast();
                gaps.add(new Gap(
                        last.from(),
                        day.date(),
                        day.state(),
                        last.orders() + day.total(),
                        last.expected() + day.expected().orElse(0.0)));
            } else {
                gaps.add(new Gap(
                        day.date(),
                        day.date(),
                        day.state(),
                        day.total(),
                        day.expected().orElse(0.0)));
            }
        }
        return gaps;
    }

    private static SortedMap<OrderSource, Long> sum(List<Day> days) {
        var sum = new TreeMap<OrderSource, Long>();
        days.forEach(day -> day.orders().forEach((source, orders) -> sum.merge(source, orders, Long::sum)));
        return sum;
    }

    /** The days' orders by source, as counted, for whoever makes a coverage. */
    static long total(Map<OrderSource, Long> orders) {
        return orders.values().stream().mapToLong(Long::longValue).sum();
    }
}
