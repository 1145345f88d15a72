package dev.groundswell.core.audience;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the index is stored: of each shard a manifest, immutable blocks, and a delta for each customer changed since.
 */
public interface AudienceShards {

    /** What was read, and what that took. */
    record Read<T>(T value, double readUnits, int requests) {}

    /** A block's two parts, which are stored and deleted together. */
    record StoredBlock(BlockId id, Block block, MemberBlock members) {}

    /** Some deltas, in the order of their buyers' ids; {@code last} where there may be more behind it. */
    record Deltas(List<Delta> deltas, Optional<BuyerId> last) {}

    /** Stores it unless there is one of the customer with this version or a greater one. */
    PutResult put(StoreId store, Delta delta);

    /** What became of a delta. */
    enum PutResult {
        STORED,
        /** There is one of this version, or a greater one. */
        OLDER,
        /** The customer is {@linkplain Delta.Gone gone}. */
        GONE
    }

    /** At most {@code limit} deltas behind that of buyer {@code after}, strongly consistent. */
    Read<Deltas> deltas(StoreId store, int shard, Optional<BuyerId> after, int limit);

    /** Strongly consistent; {@link Manifest#EMPTY} for a shard that was never written. */
    Read<Manifest> manifest(StoreId store, int shard);

    /** Those of the blocks that there are. */
    Read<Map<BlockId, Block>> blocks(StoreId store, int shard, Set<BlockId> ids);

    /** Those of the blocks that there are. */
    Read<Map<BlockId, MemberBlock>> members(StoreId store, int shard, Set<BlockId> ids);

    /** Under an id that no block ever had. */
    void write(StoreId store, int shard, StoredBlock block);

    /**
     * Replaces the manifest of the revision before.
     *
     * @return false if there is another revision by now; also if an answer was lost, and it is this very one
     */
    boolean replace(StoreId store, int shard, Manifest manifest);

    /** Deletes each delta that still has this version. */
    void delete(StoreId store, Collection<Delta> folded);

    /** Also those that are not there. */
    void deleteBlocks(StoreId store, int shard, Collection<BlockId> blocks);

    /** All blocks that are stored, even if only one of their parts is; for the daily sweep. */
    Set<BlockId> stored(StoreId store, int shard);
}
