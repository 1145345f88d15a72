package dev.groundswell.core.audience;

import dev.groundswell.core.audience.AudienceShards.StoredBlock;
import dev.groundswell.core.audience.Manifest.Part;
import dev.groundswell.core.audience.Manifest.Retired;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folds deltas into blocks. Nothing that is live is ever overwritten: new blocks are written beside the old ones, one
 * conditional write of the manifest makes them count, and only then the deltas are deleted, each if it is still the folded
 * one. Whoever comes second, or goes on after a crash, finds the deltas in the blocks already and deletes them.
 */
public final class CompactAudience {

    /** Another compactor may be quicker again and again, but not this often. */
    private static final int MAX_ATTEMPTS = 20;

    private final AudienceShards shards;
    private final RememberedRows remembered;
    private final CompactionLimits limits;
    private final InstantSource time;
    private final RandomGenerator random;

    /** @param random makes ids of blocks */
    public CompactAudience(
            AudienceShards shards,
            RememberedRows remembered,
            CompactionLimits limits,
            InstantSource time,
            RandomGenerator random) {
        this.shards = shards;
        this.remembered = remembered;
        this.limits = limits;
        this.time = time;
        this.random = random;
    }

    /** The manifest that has all deltas in it that there were at the beginning. */
    public Manifest fold(StoreId store, int shard) {
        Optional<BuyerId> last = Optional.empty();
        while (true) {
            var step = step(store, shard, last);
            if (step.last().isEmpty()) {
                return step.manifest();
            }
            last = step.last();
        }
    }

    /**
     * Deletes blocks that no manifest names: those of compactors that crashed.
     *
     * @return how many there were
     */
    public int sweep(StoreId store, int shard) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var manifest = shards.manifest(store, shard).value();
            var orphans = orphans(store, shard, manifest);
            if (orphans.isEmpty()) {
                return 0;
            }
            // A compactor that is about to name one of them has read this revision at the latest, and now comes second.
            if (shards.replace(store, shard, next(manifest, manifest.parts(), manifest.retired()))) {
                shards.deleteBlocks(store, shard, orphans);
                return orphans.size();
            }
        }
        throw overtaken(store, shard);
    }

    /** A fold of some deltas. */
    private record Step(Manifest manifest, Optional<BuyerId> last) {}

    private Step step(StoreId store, int shard, Optional<BuyerId> after) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            // The manifest first: what others fold from now on makes it another one, and this fold come second.
            var manifest = shards.manifest(store, shard).value();
            var page = shards.deltas(store, shard, after, limits.deltasAFold()).value();
            var folded = fold(store, shard, manifest, page.deltas());
            if (folded.isPresent()) {
                shards.delete(store, page.deltas());
                return new Step(folded.get(), page.last());
            }
        }
        throw overtaken(store, shard);
    }

    /** The manifest with the deltas in it; empty if somebody else has replaced it. */
    private Optional<Manifest> fold(StoreId store, int shard, Manifest manifest, List<Delta> deltas) {
        var expired = expired(manifest);
        if (deltas.isEmpty() && expired.isEmpty()) {
            return Optional.of(manifest);
        }
        var blocks = blocks(store, shard, manifest);
        if (!blocks.keySet().containsAll(ids(manifest))) {
            return Optional.empty();
        }
        var overlay = Overlay.of(manifest, blocks, deltas);
        if (!overlay.isNews() && expired.isEmpty()) {
            return Optional.of(manifest).filter(latest -> isLatest(store, shard, latest));
        }
        return rewrite(store, shard, manifest, overlay, expired).map(written -> {
            remember(store, shard, written, blocks);
            return written.manifest();
        });
    }

    /** Deltas that are older than blocks say so of these blocks only: who was gone and is back has lower versions again. */
    private boolean isLatest(StoreId store, int shard, Manifest manifest) {
        return shards.manifest(store, shard).value().revision() == manifest.revision();
    }

    /** A manifest that counts, and the blocks that are new in it. */
    private record Written(Manifest manifest, List<StoredBlock> blocks) {}

    private Optional<Written> rewrite(
            StoreId store, int shard, Manifest manifest, Overlay overlay, Set<BlockId> expired) {
        var alive =
                overlay.stored().stream().filter(part -> !part.live().isEmpty()).toList();
        var merged = MergeChoice.of(alive, overlay.rows().size(), limits);
        var rows = mergedRows(store, shard, merged);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var all = Stream.concat(overlay.rows().stream(), rows.get().stream()).toList();
        var written = new BlockPacker(limits.rowsABlock(), this::newId).pack(all);
        written.forEach(block -> shards.write(store, shard, block));
        var kept = alive.stream().filter(part -> !merged.contains(part));
        var parts = Stream.concat(
                        kept.map(part -> new Part(part.id(), part.live())),
                        written.stream()
                                .map(block -> new Part(
                                        block.id(), RowSet.all(block.block().size()))))
                .toList();
        var next = next(manifest, parts, retired(manifest, parts, expired));
        shards.deleteBlocks(store, shard, expired);
        if (shards.replace(store, shard, next)) {
            return Optional.of(new Written(next, written));
        }
        withdraw(store, shard, written);
        return Optional.empty();
    }

    /**
     * Deletes blocks that came second: no manifest can name them any more, since the revision before theirs is past. If only the
     * answer was lost and they came first after all, the latest manifest names them, as part or as retired.
     */
    private void withdraw(StoreId store, int shard, List<StoredBlock> written) {
        var named = shards.manifest(store, shard).value().blocks().collect(Collectors.toSet());
        var late = written.stream()
                .map(StoredBlock::id)
                .filter(id -> !named.contains(id))
                .toList();
        shards.deleteBlocks(store, shard, late);
    }

    /** The live rows of blocks; empty if one is gone, which then is in the latest manifest no more. */
    private Optional<List<AudienceRow>> mergedRows(StoreId store, int shard, List<LiveRows.Stored> merged) {
        if (merged.isEmpty()) {
            return Optional.of(List.of());
        }
        var ids = merged.stream().map(LiveRows.Stored::id).collect(Collectors.toSet());
        var members = shards.members(store, shard, ids).value();
        var rows = new ArrayList<AudienceRow>();
        for (var part : merged) {
            var ofPart = members.get(part.id());
            if (ofPart == null) {
                return Optional.empty();
            }
            part.live().forEach(row -> rows.add(part.block().row(row, ofPart.member(row))));
        }
        return Optional.of(rows);
    }

    private Map<BlockId, Block> blocks(StoreId store, int shard, Manifest manifest) {
        var blocks = new HashMap<>(remembered.blocks(store, shard));
        var unknown = ids(manifest);
        unknown.removeAll(blocks.keySet());
        if (!unknown.isEmpty()) {
            blocks.putAll(shards.blocks(store, shard, unknown).value());
        }
        return blocks;
    }

    private void remember(StoreId store, int shard, Written written, Map<BlockId, Block> before) {
        var blocks = new HashMap<>(before);
        written.blocks().forEach(block -> blocks.put(block.id(), block.block()));
        remembered.remember(store, ReadAudience.rows(shard, written.manifest(), blocks));
    }

    private Set<BlockId> orphans(StoreId store, int shard, Manifest manifest) {
        var named = manifest.blocks().collect(Collectors.toSet());
        var before = time.instant().minus(AudienceIndex.GRACE);
        return shards.stored(store, shard).stream()
                .filter(id -> !named.contains(id) && id.madeAt().isBefore(before))
                .collect(Collectors.toSet());
    }

    private Set<BlockId> expired(Manifest manifest) {
        var since = time.instant().minus(AudienceIndex.GRACE);
        return manifest.retired().stream()
                .filter(retired -> !retired.at().isAfter(since))
                .map(Retired::id)
                .collect(Collectors.toSet());
    }

    /** The blocks that the next manifest retires: those from before that have some time left, and those that are no part of it. */
    private List<Retired> retired(Manifest manifest, Collection<Part> parts, Set<BlockId> expired) {
        var now = time.instant();
        var kept = parts.stream().map(Part::id).collect(Collectors.toSet());
        return Stream.concat(
                        manifest.retired().stream().filter(retired -> !expired.contains(retired.id())),
                        ids(manifest).stream()
                                .filter(id -> !kept.contains(id))
                                .sorted()
                                .map(id -> new Retired(id, now)))
                .toList();
    }

    private static Manifest next(Manifest manifest, List<Part> parts, List<Retired> retired) {
        return new Manifest(manifest.revision() + 1, parts, retired);
    }

    private static Set<BlockId> ids(Manifest manifest) {
        return manifest.parts().stream().map(Part::id).collect(Collectors.toCollection(HashSet::new));
    }

    private BlockId newId() {
        return BlockId.of(time.instant(), random.nextLong());
    }

    private static IllegalStateException overtaken(StoreId store, int shard) {
        return new IllegalStateException("Other compactors of shard " + shard + " of store " + store + " were quicker "
                + MAX_ATTEMPTS + " times in a row; the next attempt may succeed.");
    }
}
