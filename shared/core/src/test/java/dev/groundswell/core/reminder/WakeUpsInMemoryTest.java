package dev.groundswell.core.reminder;

import dev.groundswell.core.store.StoreId;

class WakeUpsInMemoryTest extends WakeUpsContract {

    private final WakeUps wakeUps = new WakeUpsInMemory();

    @Override
    protected WakeUps wakeUps() {
        return wakeUps;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
