package dev.groundswell.core.campaign;

import dev.groundswell.core.segment.freeze.RangeId;
import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** {@link CampaignChunks} in memory. */
public final class CampaignChunksInMemory implements CampaignChunks {

    private record Key(StoreId store, CampaignId campaign) {}

    private final Map<Key, NavigableMap<ChunkKey, Chunk>> chunks = new HashMap<>();
    private final Map<Key, NavigableMap<RangeId, RangePlan>> plans = new HashMap<>();

    @Override
    public synchronized void add(StoreId store, CampaignId campaign, Chunk chunk) {
        chunks(store, campaign).putIfAbsent(chunk.key(), chunk);
    }

    @Override
    public synchronized boolean save(StoreId store, CampaignId campaign, Chunk chunk) {
        var known = chunks(store, campaign).get(chunk.key());
        if (known == null || known.revision() + 1 != chunk.revision()) {
            return false;
        }
        chunks(store, campaign).put(chunk.key(), chunk);
        return true;
    }

    @Override
    public synchronized Optional<Chunk> find(StoreId store, CampaignId campaign, ChunkKey key) {
        return Optional.ofNullable(chunks(store, campaign).get(key));
    }

    @Override
    public synchronized List<Summary> summaries(StoreId store, CampaignId campaign) {
        return chunks(store, campaign).values().stream().map(Summary::of).toList();
    }

    @Override
    public synchronized void add(StoreId store, CampaignId campaign, RangePlan plan) {
        plans.computeIfAbsent(new Key(store, campaign), _ -> new TreeMap<>()).putIfAbsent(plan.range(), plan);
    }

    @Override
    public synchronized List<RangePlan> plans(StoreId store, CampaignId campaign) {
        return List.copyOf(
                plans.getOrDefault(new Key(store, campaign), new TreeMap<>()).values());
    }

    private NavigableMap<ChunkKey, Chunk> chunks(StoreId store, CampaignId campaign) {
        return chunks.computeIfAbsent(new Key(store, campaign), _ -> new TreeMap<>());
    }
}
