package dev.groundswell.core.campaign;

import dev.groundswell.core.store.StoreId;

class CampaignChunksInMemoryTest extends CampaignChunksContract {

    private final CampaignChunks chunks = new CampaignChunksInMemory();

    @Override
    protected CampaignChunks chunks() {
        return chunks;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
