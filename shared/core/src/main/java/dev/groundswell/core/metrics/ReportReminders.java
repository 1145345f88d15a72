package dev.groundswell.core.metrics;

import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/** Reports what came of a task's reminders, or a round's, by the days of the store's zone on which they were due. */
public final class ReportReminders {

    /** A year, and the same day of the next: as for other reports. */
    public static final int MAX_DAYS = ReportWarmUp.MAX_DAYS;

    private final ReminderCounters counters;

    public ReportReminders(ReminderCounters counters) {
        this.counters = counters;
    }

    /** A report, or why there is none. */
    public sealed interface Outcome {

        /** @param days those with any reminder */
        record Reported(ReminderCounts total, SortedMap<LocalDate, ReminderCounts> days) implements Outcome {}

        /** {@code to} is before {@code from}. */
        record EmptyRange() implements Outcome {}

        /** The range has more than {@link #MAX_DAYS} days. */
        record TooManyDays() implements Outcome {}
    }

    /**
     * @param task or a round by hand
     * @param from the first day
     * @param to   the last day
     */
    public Outcome report(StoreId store, String task, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return new Outcome.EmptyRange();
        }
        if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
            return new Outcome.TooManyDays();
        }
        var days = counters.ofTask(store, task, from, to);
        var total = days.values().stream().reduce(ReminderCounts.ZERO, ReminderCounts::plus);
        return new Outcome.Reported(total, days);
    }
}
