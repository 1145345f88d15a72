package dev.groundswell.core.metrics;

import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.SortedMap;

/** The counters of reminders; seconds behind them and the payments. */
@FunctionalInterface
public interface ReminderCounters {

    /**
     * By the days of the store's zone on which reminders were due, those with any.
     *
     * @param task or a round by hand
     * @param from the first day
     * @param to   the last day
     */
    SortedMap<LocalDate, ReminderCounts> ofTask(StoreId store, String task, LocalDate from, LocalDate to);
}
