package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.Reminders.Slot;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The slots of its buyer that a reminder takes. */
final class ReminderSlots {

    private ReminderSlots() {}

    static List<Slot> of(Store store, ReminderTask task, Instant chosenAt) {
        var slots = new ArrayList<Slot>();
        if (task.limits().onceADay()) {
            slots.add(ofDay(store, chosenAt));
        }
        task.limits().ofBuyer().ifPresent(limit -> slots.add(new Slot(task.id().value(), limit)));
        return slots;
    }

    /** All that it may have taken, by whatever its task said then. */
    static List<Slot> ofAny(Store store, Reminder reminder) {
        return reminder.fate() instanceof Fate.Chosen chosen
                ? List.of(ofDay(store, chosen.at()), new Slot(reminder.task(), 1))
                : List.of();
    }

    /** Why there is no room for a reminder of the task in that slot. */
    static DropReason why(ReminderTask task, Slot full) {
        return full.scope().equals(task.id().value()) ? DropReason.BUYER_LIMIT : DropReason.ONCE_A_DAY;
    }

    private static Slot ofDay(Store store, Instant instant) {
        return new Slot(new StoreCalendar(store.zone()).dayOf(instant).toString(), 1);
    }
}
