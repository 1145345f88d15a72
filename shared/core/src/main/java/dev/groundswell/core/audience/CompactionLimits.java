package dev.groundswell.core.audience;

/**
 * How a shard is kept in shape.
 *
 * @param deltasAFold  a fold takes so many deltas and begins anew with the next ones
 * @param rowsABlock   a block has at most so many rows
 * @param spareBlocks  a shard may have so many blocks more than its rows need
 * @param blocksLeftOver when it has more, blocks are merged until there are so many more than needed; each row is then
 *                       written about three times altogether
 */
public record CompactionLimits(int deltasAFold, int rowsABlock, int spareBlocks, int blocksLeftOver) {

    public static final CompactionLimits DEFAULT = new CompactionLimits(4_000, Block.MAX_ROWS, 8, 6);

    public CompactionLimits {
        if (deltasAFold < 1 || rowsABlock < 1 || rowsABlock > Block.MAX_ROWS) {
            throw new IllegalArgumentException(
                    "A fold takes deltas, and a block has 1 to " + Block.MAX_ROWS + " rows.");
        }
        if (blocksLeftOver < 1 || spareBlocks < blocksLeftOver) {
            throw new IllegalArgumentException("At least one block is left over, and no more than are spare.");
        }
    }

    /** Other limits for a fold's deltas and a block's rows. */
    public CompactionLimits with(int deltas, int rows) {
        return new CompactionLimits(deltas, rows, spareBlocks, blocksLeftOver);
    }

    /** How many blocks so many rows need at least. */
    int blocksFor(int rows) {
        return Math.ceilDiv(rows, rowsABlock);
    }
}
