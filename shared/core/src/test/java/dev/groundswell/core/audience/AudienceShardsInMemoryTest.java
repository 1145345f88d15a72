package dev.groundswell.core.audience;

class AudienceShardsInMemoryTest extends AudienceShardsContract {

    private final AudienceShardsInMemory shards = new AudienceShardsInMemory();

    @Override
    protected AudienceShards shards() {
        return shards;
    }
}
