package dev.groundswell.core.wallet;

import dev.groundswell.core.store.StoreId;

class WalletsInMemoryTest extends WalletsContract {

    private final WalletsInMemory wallets = new WalletsInMemory();

    @Override
    protected Wallets wallets() {
        return wallets;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
