package dev.groundswell.core.reminder.task;

import dev.groundswell.core.store.StoreId;

/** Where stores' reminder tasks are kept. */
public interface ReminderTasks {

    /** As they are now, strongly consistent. */
    TaskBook read(StoreId store);

    /** Keeps them if their revision is one after that of those that are kept. */
    boolean save(StoreId store, TaskBook book);
}
