package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.store.StoreId;

class FrozenAudiencesInMemoryTest extends FrozenAudiencesContract {

    private final FrozenAudiencesInMemory audiences = new FrozenAudiencesInMemory();

    @Override
    protected FrozenAudiences audiences() {
        return audiences;
    }

    @Override
    protected FreezeRuns runs() {
        return audiences;
    }

    @Override
    protected AudienceExports exports() {
        return audiences;
    }

    @Override
    protected OpenWork work() {
        return audiences;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
