package dev.groundswell.core.message.provider;

import dev.groundswell.core.store.StoreId;

class ProvidersInMemoryTest extends ProvidersContract {

    private final ProvidersInMemory providers = new ProvidersInMemory();

    @Override
    protected Providers providers() {
        return providers;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
