package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** {@link ShardLeases} in memory, for tests. */
public final class ShardLeasesInMemory implements ShardLeases {

    private final Map<Shard, Lease> leases = new HashMap<>();

    private record Shard(StoreId store, int number) {}

    private record Lease(String owner, Instant until) {}

    @Override
    public synchronized boolean take(StoreId store, int shard, String owner, Instant now, Instant until) {
        var key = new Shard(store, shard);
        var known = leases.getOrDefault(key, new Lease(owner, until));
        if (!known.owner().equals(owner)
                && known.until().isAfter(now)
                && !known.until().isAfter(until)) {
            return false;
        }
        leases.put(key, new Lease(owner, until));
        return true;
    }

    @Override
    public synchronized void release(StoreId store, int shard, String owner) {
        leases.computeIfPresent(
                new Shard(store, shard), (_, known) -> known.owner().equals(owner) ? null : known);
    }
}
