package dev.groundswell.core.reminder;

import dev.groundswell.core.store.StoreId;

class RemindersInMemoryTest extends RemindersContract {

    private final Reminders reminders = new RemindersInMemory();

    @Override
    protected Reminders reminders() {
        return reminders;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
