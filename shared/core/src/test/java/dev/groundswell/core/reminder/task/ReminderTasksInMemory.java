package dev.groundswell.core.reminder.task;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.Map;

/** Reminder tasks of a process. */
public final class ReminderTasksInMemory implements ReminderTasks {

    private final Map<StoreId, TaskBook> kept = new HashMap<>();

    @Override
    public synchronized TaskBook read(StoreId store) {
        return kept.getOrDefault(store, TaskBook.EMPTY);
    }

    @Override
    public synchronized boolean save(StoreId store, TaskBook book) {
        if (read(store).revision() != book.revision() - 1) {
            return false;
        }
        kept.put(store, book);
        return true;
    }
}
