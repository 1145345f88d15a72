package dev.groundswell.core.audience;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@link AudienceShards} in memory, in the bytes in which they are stored, for tests. A reading takes a unit for each item. */
public final class AudienceShardsInMemory implements AudienceShards {

    private record Key(StoreId store, int shard) {}

    /** A shard's partition. */
    private static final class Partition {
        private byte[] manifest = ManifestBytes.write(Manifest.EMPTY);
        private final NavigableMap<BuyerId, Delta> deltas = new TreeMap<>();
        private final Map<BlockId, byte[]> blocks = new HashMap<>();
        private final Map<BlockId, byte[]> members = new HashMap<>();
    }

    private final Map<Key, Partition> partitions = new HashMap<>();

    @Override
    public synchronized PutResult put(StoreId store, Delta delta) {
        var deltas = partition(store, delta.shard()).deltas;
        var before = deltas.get(delta.buyer());
        if (before != null && before.version() >= delta.version()) {
            return before instanceof Delta.Gone ? PutResult.GONE : PutResult.OLDER;
        }
        deltas.put(delta.buyer(), stored(delta));
        return PutResult.STORED;
    }

    private static Delta stored(Delta delta) {
        return delta.row()
                .<Delta>map(row -> new Delta.Unread(row.buyer(), row.version(), RowBytes.write(row)))
                .orElse(delta);
    }

    @Override
    public synchronized Read<Deltas> deltas(StoreId store, int shard, Optional<BuyerId> after, int limit) {
        var deltas = partition(store, shard).deltas;
        var behind = after.map(buyer -> deltas.tailMap(buyer, false)).orElse(deltas);
        var page = behind.values().stream().limit(limit).toList();
        var last = page.size() < limit
                ? Optional.<BuyerId>empty()
                : Optional.of(page.getLast().buyer());
        return new Read<>(new Deltas(page, last), page.size(), 1);
    }

    @Override
    public synchronized Read<Manifest> manifest(StoreId store, int shard) {
        return new Read<>(ManifestBytes.read(partition(store, shard).manifest), 1, 1);
    }

    @Override
    public synchronized Read<Map<BlockId, Block>> blocks(StoreId store, int shard, Set<BlockId> ids) {
        var found = new HashMap<BlockId, Block>();
        partition(store, shard).blocks.forEach((id, bytes) -> {
            if (ids.contains(id)) {
                found.put(id, Block.ofBytes(bytes));
            }
        });
        return new Read<>(found, found.size(), 1);
    }

    @Override
    public synchronized Read<Map<BlockId, MemberBlock>> members(StoreId store, int shard, Set<BlockId> ids) {
        var found = new HashMap<BlockId, MemberBlock>();
        partition(store, shard).members.forEach((id, bytes) -> {
            if (ids.contains(id)) {
                found.put(id, MemberBlock.ofBytes(bytes));
            }
        });
        return new Read<>(found, found.size(), 1);
    }

    @Override
    public synchronized void write(StoreId store, int shard, StoredBlock block) {
        partition(store, shard).blocks.put(block.id(), block.block().toBytes());
        partition(store, shard).members.put(block.id(), block.members().toBytes());
    }

    @Override
    public synchronized boolean replace(StoreId store, int shard, Manifest manifest) {
        var partition = partition(store, shard);
        if (ManifestBytes.read(partition.manifest).revision() != manifest.revision() - 1) {
            return false;
        }
        partition.manifest = ManifestBytes.write(manifest);
        return true;
    }

    @Override
    public synchronized void delete(StoreId store, Collection<Delta> folded) {
        for (var delta : folded) {
            var deltas = partition(store, delta.shard()).deltas;
            var now = deltas.get(delta.buyer());
            if (now != null && now.version() == delta.version()) {
                deltas.remove(delta.buyer());
            }
        }
    }

    @Override
    public synchronized void deleteBlocks(StoreId store, int shard, Collection<BlockId> blocks) {
        partition(store, shard).blocks.keySet().removeAll(new HashSet<>(blocks));
        partition(store, shard).members.keySet().removeAll(new HashSet<>(blocks));
    }

    @Override
    public synchronized Set<BlockId> stored(StoreId store, int shard) {
        var all = new TreeSet<>(partition(store, shard).blocks.keySet());
        all.addAll(partition(store, shard).members.keySet());
        return all;
    }

    private Partition partition(StoreId store, int shard) {
        return partitions.computeIfAbsent(new Key(store, shard), _ -> new Partition());
    }
}
