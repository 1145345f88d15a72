package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reminders that one worker sends together and pays for together: what is open here, somebody has yet to settle. */
public interface ReminderBatches {

    /**
     * @param id       also that of its reservation in the wallet, and the first part of its messages' places
     * @param reserved minor units
     * @param messages each with its parts
     */
    record Batch(String id, Instant at, long reserved, Map<MessageId, Entry> messages) {

        public Batch {
            messages = Map.copyOf(messages);
        }
    }

    record Entry(ReminderId reminder, int parts) {}

    void add(StoreId store, Batch batch);

    Optional<Batch> find(StoreId store, String id);

    /** Those that were added at {@code until} or before and are not removed, the oldest first. */
    List<Batch> open(StoreId store, Instant until, int limit);

    void remove(StoreId store, Collection<String> ids);
}
