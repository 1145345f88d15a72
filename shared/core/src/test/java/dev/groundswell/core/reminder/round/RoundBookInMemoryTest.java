package dev.groundswell.core.reminder.round;

import dev.groundswell.core.store.StoreId;

class RoundBookInMemoryTest extends RoundBookContract {

    private final RoundBookInMemory rounds = new RoundBookInMemory();

    @Override
    protected RoundBook rounds() {
        return rounds;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
