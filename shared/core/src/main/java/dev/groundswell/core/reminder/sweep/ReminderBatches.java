package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.TimedId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reminders that one worker sends together and pays for together: what is open here, somebody has yet to settle. */
public interface ReminderBatches {

    /** A few slices, sent at once; with as many of the longest ids it is a third of what an item of DynamoDB holds. */
    int MAX_MESSAGES = 200;

    /** An id, unlike any other; ids sort by their second: {@code 20261111T000000Z-5f3a9c1e00c0ffee}. */
    static String id(Instant at, long chance) {
        return TimedId.of(at, (int) (chance >>> Integer.SIZE)) + String.format(Locale.ROOT, "%08x", (int) chance);
    }

    /**
     * @param id       of {@link #id}; also that of its reservation in the wallet, and named by its messages' places
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

    /** Those that are of {@code until} or before and not removed, the first ones by their ids. */
    List<Batch> open(StoreId store, Instant until, int limit);

    void remove(StoreId store, Collection<String> ids);
}
