package dev.groundswell.core.message.receipt;

import dev.groundswell.core.store.StoreId;

class DeliveryCountsInMemoryTest extends DeliveryCountsContract {

    private final DeliveryCounts counts = new DeliveryCountsInMemory();

    @Override
    protected DeliveryCounts counts() {
        return counts;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
