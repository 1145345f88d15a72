package dev.groundswell.core.audience;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells a watcher of each call, before and after it: who can end it all there, or let others do something meanwhile. */
public final class WatchedShards implements AudienceShards {

    private final AudienceShards shards;
    private final Watcher watcher;

    public WatchedShards(AudienceShards shards, Watcher watcher) {
        this.shards = shards;
        this.watcher = watcher;
    }

    /** What is told of the calls. */
    public interface Watcher {

        void before(boolean isWrite);

        void after(boolean isWrite);
    }

    /** As if the process had ended here. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Ends it all at one of the writes: before it, or after it so that nobody learns that it happened. */
    public static final class CrashAt implements Watcher {

        private final int write;
        private final boolean afterTheWrite;
        private int writes;

        public CrashAt(int write, boolean afterTheWrite) {
            this.write = write;
            this.afterTheWrite = afterTheWrite;
        }

        @Override
        public void before(boolean isWrite) {
            if (isWrite && ++writes == write && !afterTheWrite) {
                throw new Crash();
            }
        }

        @Override
        public void after(boolean isWrite) {
            if (isWrite && writes == write && afterTheWrite) {
                throw new Crash();
            }
        }
    }

    @Override
    public PutResult put(StoreId store, Delta delta) {
        return written(() -> shards.put(store, delta));
    }

    @Override
    public Read<Deltas> deltas(StoreId store, int shard, Optional<BuyerId> after, int limit) {
        return read(() -> shards.deltas(store, shard, after, limit));
    }

    @Override
    public Read<Manifest> manifest(StoreId store, int shard) {
        return read(() -> shards.manifest(store, shard));
    }

    @Override
    public Read<Map<BlockId, Block>> blocks(StoreId store, int shard, Set<BlockId> ids) {
        return read(() -> shards.blocks(store, shard, ids));
    }

    @Override
    public Read<Map<BlockId, MemberBlock>> members(StoreId store, int shard, Set<BlockId> ids) {
        return read(() -> shards.members(store, shard, ids));
    }

    @Override
    public void write(StoreId store, int shard, StoredBlock block) {
        written(() -> {
            shards.write(store, shard, block);
            return true;
        });
    }

    @Override
    public boolean replace(StoreId store, int shard, Manifest manifest) {
        return written(() -> shards.replace(store, shard, manifest));
    }

    /** One by one, as they are deleted in truth. */
    @Override
    public void delete(StoreId store, Collection<Delta> folded) {
        folded.forEach(delta -> written(() -> {
            shards.delete(store, List.of(delta));
            return true;
        }));
    }

    /** One by one, likewise. */
    @Override
    public void deleteBlocks(StoreId store, int shard, Collection<BlockId> blocks) {
        blocks.forEach(block -> written(() -> {
            shards.deleteBlocks(store, shard, List.of(block));
            return true;
        }));
    }

    @Override
    public Set<BlockId> stored(StoreId store, int shard) {
        watcher.before(false);
        var stored = shards.stored(store, shard);
        watcher.after(false);
        return stored;
    }

    private <T> Read<T> read(Supplier<Read<T>> call) {
        watcher.before(false);
        var result = call.get();
        watcher.after(false);
        return result;
    }

    private <T> T written(Supplier<T> call) {
        watcher.before(true);
        var result = call.get();
        watcher.after(true);
        return result;
    }
}
