package dev.groundswell.core.audience;

import dev.groundswell.core.audience.AudienceShards.Read;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the index: first a shard's deltas, then its manifest, then the blocks. A delta that was folded and deleted before it
 * could be read is therefore always in the blocks of the manifest.
 */
public final class ReadAudience implements AudienceIndex {

    /** A block that is missing was retired hours ago, so the next manifest does not name it. */
    private static final int MAX_ATTEMPTS = 5;

    /** A query's page is 1 MB, which is fewer. */
    private static final int DELTAS_AT_ONCE = 10_000;

    private final AudienceShards shards;
    private final RememberedRows remembered;

    public ReadAudience(AudienceShards shards, RememberedRows remembered) {
        this.shards = shards;
        this.remembered = remembered;
    }

    @Override
    public Reading read(StoreId store, int shard) {
        var spent = new Spent();
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var deltas = deltas(store, shard, spent);
            var manifest = spent.on(shards.manifest(store, shard));
            var version = version(manifest, deltas);
            var known =
                    remembered.find(store, shard).filter(rows -> rows.version().equals(version));
            if (known.isPresent()) {
                return spent.reading(known.get());
            }
            var blocks = blocks(store, shard, manifest, spent);
            if (missing(manifest, blocks).isEmpty()) {
                var rows = new ShardRows(shard, version, parts(Overlay.of(manifest, blocks, deltas)));
                remembered.remember(store, rows);
                return spent.reading(rows);
            }
        }
        throw new IllegalStateException("Shard " + shard + " of store " + store + " names blocks that there are not, "
                + MAX_ATTEMPTS + " times in a row: rebuild its index.");
    }

    @Override
    public Reading read(StoreId store, int shard, Manifest manifest) {
        var spent = new Spent();
        var blocks = blocks(store, shard, manifest, spent);
        for (var gone : missing(manifest, blocks)) {
            throw new BlockGoneException(store, shard, gone);
        }
        return spent.reading(rows(shard, manifest, blocks));
    }

    @Override
    public MemberReading members(StoreId store, ShardRows rows, int part) {
        return switch (rows.parts().get(part)) {
            case LiveRows.Changed changed -> new MemberReading(MemberBlock.of(changed.rows()), 0, 0);
            case LiveRows.Stored(var id, var _, var _) -> {
                var found = shards.members(store, rows.shard(), Set.of(id));
                var members = found.value().get(id);
                if (members == null) {
                    throw new BlockGoneException(store, rows.shard(), id);
                }
                yield new MemberReading(members, found.readUnits(), found.requests());
            }
        };
    }

    /** Of a manifest alone. */
    static ShardRows rows(int shard, Manifest manifest, Map<BlockId, Block> blocks) {
        return new ShardRows(shard, version(manifest, List.of()), parts(Overlay.of(manifest, blocks, List.of())));
    }

    private List<Delta> deltas(StoreId store, int shard, Spent spent) {
        var all = new ArrayList<Delta>();
        Optional<BuyerId> last = Optional.empty();
        do {
            var page = spent.on(shards.deltas(store, shard, last, DELTAS_AT_ONCE));
            all.addAll(page.deltas());
            last = page.last();
        } while (last.isPresent());
        return all;
    }

    /** The manifest's blocks, as far as there are any: those that are not known are read. */
    private Map<BlockId, Block> blocks(StoreId store, int shard, Manifest manifest, Spent spent) {
        var blocks = remembered.blocks(store, shard);
        var unknown = missing(manifest, blocks);
        if (unknown.isEmpty()) {
            return blocks;
        }
        var all = new HashMap<>(blocks);
        all.putAll(spent.on(shards.blocks(store, shard, unknown)));
        return all;
    }

    private static Set<BlockId> missing(Manifest manifest, Map<BlockId, Block> blocks) {
        var missing = new HashSet<BlockId>();
        manifest.parts().stream()
                .map(Manifest.Part::id)
                .filter(id -> !blocks.containsKey(id))
                .forEach(missing::add);
        return missing;
    }

    private static List<LiveRows> parts(Overlay overlay) {
        var parts = new ArrayList<LiveRows>(overlay.stored());
        var rows = overlay.rows();
        for (var from = 0; from < rows.size(); from += Block.MAX_ROWS) {
            parts.add(LiveRows.changed(rows.subList(from, Math.min(rows.size(), from + Block.MAX_ROWS))));
        }
        return parts;
    }

    /** Of the manifest its revision, and of the deltas a sum that tells any two sets of them apart, as far as chance can. */
    private static String version(Manifest manifest, Collection<Delta> deltas) {
        var sum = deltas.stream()
                .mapToLong(delta -> RowHash.mixed(delta.hash(), delta.version()))
                .sum();
        return manifest.revision() + "-" + Long.toHexString(sum);
    }

    /** What a reading takes, while it goes on. */
    private static final class Spent {

        private double readUnits;
        private int requests;

        <T> T on(Read<T> read) {
            readUnits += read.readUnits();
            requests += read.requests();
            return read.value();
        }

        Reading reading(ShardRows rows) {
            return new Reading(rows, readUnits, requests);
        }
    }
}
