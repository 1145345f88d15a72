package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.message.Content;
import dev.groundswell.core.message.text.SmsFrame;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.util.Optional;

/** Writes what reminders say. It asks nobody. */
@FunctionalInterface
public interface ReminderWriter {

    Written write(Store store, Wanted wanted);

    /**
     * A reminder to be written.
     *
     * @param to          of the task's channel
     * @param paymentLink where the order is paid, as it is to stand in the text; empty where the platform tells no such page
     * @param frame       of the store's SMS
     */
    record Wanted(
            ReminderTask task,
            int ordinal,
            Order order,
            BuyerFacts buyer,
            Address to,
            Optional<String> paymentLink,
            SmsFrame frame,
            Instant now) {}

    sealed interface Written {

        record Text(Content content) implements Written {}

        /** There is nothing to say, now or later. */
        record Nothing(DropReason reason) implements Written {}
    }
}
