package dev.groundswell.core.message.route;

import dev.groundswell.core.store.StoreId;

class ProviderHealthInMemoryTest extends ProviderHealthContract {

    private final ProviderHealthInMemory health = new ProviderHealthInMemory();

    @Override
    protected ProviderHealth health() {
        return health;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
