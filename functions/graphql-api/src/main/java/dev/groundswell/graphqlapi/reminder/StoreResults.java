package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.metrics.ReminderCounts;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.store.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What came of reminders over some days, in the store's currency. */
record StoreResults(Store store, ReminderCounts total, SortedMap<LocalDate, ReminderCounts> byDay) {

    /** What came of those that were due on one day. */
    record Day(LocalDate day, Figures figures) {}

    record Figures(Store store, ReminderCounts counts) {

        Money money(long minorUnits) {
            return new Money(minorUnits, store.currency());
        }
    }

    Figures figures() {
        return new Figures(store, total);
    }

    List<Day> days() {
        return byDay.entrySet().stream().map(this::day).toList();
    }

    private Day day(Map.Entry<LocalDate, ReminderCounts> entry) {
        return new Day(entry.getKey(), new Figures(store, entry.getValue()));
    }
}
