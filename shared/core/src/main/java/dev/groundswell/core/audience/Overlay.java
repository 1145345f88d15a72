package dev.groundswell.core.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A manifest's blocks with deltas laid over them: of each customer the greatest version counts. Where a block has a row of
 * the same version, the delta was folded into it already.
 */
final class Overlay {

    private final Manifest manifest;
    private final List<Block> blocks;
    private final List<RowSet> live;
    private final List<AudienceRow> rows = new ArrayList<>();
    /** The parts that have lost rows, whose sets are copies. */
    private final Set<Integer> superseded = new HashSet<>();

    private boolean hasGone;

    private Overlay(Manifest manifest, List<Block> blocks) {
        this.manifest = manifest;
        this.blocks = blocks;
        this.live = new ArrayList<>(
                manifest.parts().stream().map(Manifest.Part::live).toList());
    }

    /**
     * Lays deltas over blocks.
     *
     * @param blocks at least those of the manifest
     * @param deltas of each customer at most one
     */
    static Overlay of(Manifest manifest, Map<BlockId, Block> blocks, Collection<Delta> deltas) {
        var overlay = new Overlay(
                manifest,
                manifest.parts().stream()
                        .map(Manifest.Part::id)
                        .map(id -> block(blocks, id))
                        .toList());
        deltas.forEach(overlay::lay);
        return overlay;
    }

    /** The blocks' rows that count. */
    List<LiveRows.Stored> stored() {
        var stored = new ArrayList<LiveRows.Stored>();
        for (var part = 0; part < blocks.size(); part++) {
            stored.add(new LiveRows.Stored(manifest.parts().get(part).id(), blocks.get(part), live.get(part)));
        }
        return stored;
    }

    /** The deltas' rows that count. */
    List<AudienceRow> rows() {
        return rows;
    }

    /**
     * Whether the deltas say anything that the blocks did not. That somebody is gone always is news: another compactor may
     * be about to write a row of the same customer, and must come second.
     */
    boolean isNews() {
        return !superseded.isEmpty() || !rows.isEmpty() || hasGone;
    }

    private void lay(Delta delta) {
        var hash = delta.hash();
        for (var part = 0; part < blocks.size(); part++) {
            var block = blocks.get(part);
            var row = block.find(hash);
            if (row < 0 || !live.get(part).has(row)) {
                continue;
            }
            if (block.version(row) >= delta.version()) {
                return;
            }
            supersede(part, row);
        }
        delta.row().ifPresentOrElse(rows::add, () -> hasGone = true);
    }

    private void supersede(int part, int row) {
        if (superseded.add(part)) {
            live.set(part, live.get(part).copy());
        }
        live.get(part).remove(row);
    }

    private static Block block(Map<BlockId, Block> blocks, BlockId id) {
        var block = blocks.get(id);
        if (block == null) {
            throw new IllegalArgumentException("Block " + id + " was not read.");
        }
        return block;
    }
}
