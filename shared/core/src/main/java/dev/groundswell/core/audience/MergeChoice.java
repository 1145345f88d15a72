package dev.groundswell.core.audience;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Which blocks are merged into the next one: those with the fewest live rows, once there are too many blocks. */
final class MergeChoice {

    private static final Comparator<LiveRows.Stored> FEWEST_FIRST = Comparator.comparingInt(
                    (LiveRows.Stored block) -> block.live().count())
            .thenComparing(LiveRows.Stored::id);

    private MergeChoice() {}

    /**
     * The blocks to merge.
     *
     * @param blocks that have live rows
     * @param rows   that get a new block in any case
     */
    static List<LiveRows.Stored> of(Collection<LiveRows.Stored> blocks, int rows, CompactionLimits limits) {
        var live = blocks.stream().mapToInt(block -> block.live().count()).sum();
        var needed = limits.blocksFor(live + rows);
        if (blocks.size() + limits.blocksFor(rows) <= needed + limits.spareBlocks()) {
            return List.of();
        }
        var left = blocks.stream().sorted(FEWEST_FIRST).collect(Collectors.toCollection(ArrayDeque::new));
        var merged = new ArrayList<LiveRows.Stored>();
        var together = rows;
        while (!left.isEmpty() && left.size() + limits.blocksFor(together) > needed + limits.blocksLeftOver()) {
            var next = left.removeFirst();
            merged.add(next);
            together += next.live().count();
        }
        return merged;
    }
}
