package dev.groundswell.core.message;

import dev.groundswell.core.store.StoreId;

class StandingsInMemoryTest extends StandingsContract {

    private final Standings standings = new StandingsInMemory();

    @Override
    protected Standings standings() {
        return standings;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
