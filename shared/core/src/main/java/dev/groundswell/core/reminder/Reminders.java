package dev.groundswell.core.reminder;

import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What is known of the reminders of orders, and the slots by which a buyer gets no more than was allowed. */
public interface Reminders {

    /** Those that are kept, strongly consistent. */
    Map<OrderPhase, OrderReminders> find(StoreId store, Collection<OrderPhase> keys);

    /**
     * A reminder to be written as the next of its order, with the slot it takes of its buyer.
     *
     * @param reminders as they are to be, one revision after what was read
     * @param slots     each of which must have room, or already be taken by this reminder; may be none, and of days one at most
     */
    record Choice(OrderReminders reminders, ReminderId id, Collection<Slot> slots) {}

    /** Room for some reminders of one buyer, over all orders. */
    sealed interface Slot {

        /**
         * The one reminder of a buyer's day, whatever task it is of. Days pass: once a buyer has one of a day, there is none left
         * of any day before.
         *
         * @param day of the store
         */
        record OfDay(LocalDate day) implements Slot {}

        /**
         * @param task  its id
         * @param limit how many of that task's, 1 or more
         */
        record OfTask(String task, int limit) implements Slot {}
    }

    /** What came of a choice. */
    sealed interface Chosen {

        /** It is the order's next reminder, and has its slots. */
        record Written() implements Chosen {}

        /** A slot is full, the first one that is; nothing has changed. */
        record Full(Slot slot) implements Chosen {}

        /** Somebody else has written to the order's reminders; nothing has changed. */
        record Overtaken() implements Chosen {}
    }

    /** Writes each with its slots, all of it or nothing of it. @return one for each, by the reminder's id */
    Map<ReminderId, Chosen> choose(StoreId store, Collection<Choice> choices);

    /**
     * Writes what became of reminders, each if its order's reminders are one revision behind.
     *
     * @param freed the slots that were taken for a reminder which is not sent after all
     * @return those that were written
     */
    Collection<OrderPhase> save(
            StoreId store, Collection<OrderReminders> changed, Map<ReminderId, Collection<Slot>> freed);
}
