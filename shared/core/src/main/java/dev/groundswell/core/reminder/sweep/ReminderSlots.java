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
        task.limits()
                .ofBuyer()
                .ifPresent(limit -> slots.add(new Slot.OfTask(task.id().value(), limit)));
        return slots;
    }

    /** All that it may have taken, by whatever its task said then. */
    static List<Slot> ofAny(Store store, Reminder reminder) {
        return reminder.fate() instanceof Fate.Chosen chosen
                ? List.of(ofDay(store, chosen.at()), new Slot.OfTask(reminder.task(), 1))
                : List.of();
    }

    /** Why a reminder is not sent that finds that slot full. */
    static DropReason why(Slot full) {
        return switch (full) {
            case Slot.OfDay _ -> DropReason.ONCE_A_DAY;
            case Slot.OfTask _ -> DropReason.BUYER_LIMIT;
        };
    }

    private static Slot ofDay(Store store, Instant instant) {
        return new Slot.OfDay(new StoreCalendar(store.zone()).dayOf(instant));
    }
}
