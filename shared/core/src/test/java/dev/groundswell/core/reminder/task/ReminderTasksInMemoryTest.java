package dev.groundswell.core.reminder.task;

import dev.groundswell.core.store.StoreId;

class ReminderTasksInMemoryTest extends ReminderTasksContract {

    private final ReminderTasksInMemory tasks = new ReminderTasksInMemory();

    @Override
    protected ReminderTasks tasks() {
        return tasks;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
