package dev.groundswell.core.audience;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was last read of each shard, for a warm function: it reads again only the blocks that are new. The shards asked for
 * longest ago are forgotten first.
 */
public final class RememberedRows {

    private final long maxBytes;
    private final Map<Shard, ShardRows> shards = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param maxBytes of blocks; a million customers take some 90 MB */
    public RememberedRows(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    private record Shard(StoreId store, int number) {}

    synchronized Optional<ShardRows> find(StoreId store, int shard) {
        return Optional.ofNullable(shards.get(new Shard(store, shard)));
    }

    /** The shard's stored blocks. */
    Map<BlockId, Block> blocks(StoreId store, int shard) {
        var blocks = new HashMap<BlockId, Block>();
        find(store, shard)
                .ifPresent(rows -> rows.parts().forEach(part -> {
                    if (part instanceof LiveRows.Stored(var id, var block, var _)) {
                        blocks.put(id, block);
                    }
                }));
        return blocks;
    }

    synchronized void remember(StoreId store, ShardRows rows) {
        var before = shards.put(new Shard(store, rows.shard()), rows);
        bytes += bytes(rows) - (before == null ? 0 : bytes(before));
        var oldest = shards.values().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            bytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    private static long bytes(ShardRows rows) {
        return rows.parts().stream()
                .mapToLong(part -> part.block().toBytes().length)
                .sum();
    }
}
