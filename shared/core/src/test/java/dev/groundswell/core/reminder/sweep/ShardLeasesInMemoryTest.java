package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.store.StoreId;

class ShardLeasesInMemoryTest extends ShardLeasesContract {

    private final ShardLeases leases = new ShardLeasesInMemory();

    @Override
    protected ShardLeases leases() {
        return leases;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
