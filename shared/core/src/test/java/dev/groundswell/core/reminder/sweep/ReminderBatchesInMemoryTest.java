package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.store.StoreId;

class ReminderBatchesInMemoryTest extends ReminderBatchesContract {

    private final ReminderBatches batches = new ReminderBatchesInMemory();

    @Override
    protected ReminderBatches batches() {
        return batches;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
