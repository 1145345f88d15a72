package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.Block;

/**
 * Into what an audience is cut.
 *
 * @param rangeMembers    of one range, as far as columns decide; what a crash repeats
 * @param rangeCandidates of one range, whose histories are read one by one
 * @param chunkMembers    of one item, unless they are too large for it
 */
public record FreezeSizes(int rangeMembers, int rangeCandidates, int chunkMembers) {

    /** Seconds of work for a range, and a sender's batch for a chunk. */
    public static final FreezeSizes DEFAULT = new FreezeSizes(50_000, 2_000, 1_000);

    public FreezeSizes {
        if (rangeMembers < 1 || rangeCandidates < 1 || chunkMembers < 1 || chunkMembers > Block.MAX_ROWS) {
            throw new IllegalArgumentException("A range has members, and a chunk 1 to " + Block.MAX_ROWS + ".");
        }
    }
}
