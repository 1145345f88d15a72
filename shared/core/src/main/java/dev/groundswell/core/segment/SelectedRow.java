package dev.groundswell.core.segment;

import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.segment.plan.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * A row of a shard that a rule selects, or may select.
 *
 * @param part where it is among the shard's parts
 * @param sure whether the columns decide it
 */
public record SelectedRow(int part, int row, long hash, boolean sure) {

    /** The order of members everywhere: by hash, as an unsigned number. */
    public static final Comparator<SelectedRow> BY_HASH = (one, other) -> Long.compareUnsigned(one.hash, other.hash);

    /**
     * Of one part, in the order of their hashes.
     *
     * @param wanted which hashes
     */
    public static void collect(
            ShardRows shard, int part, Selection selection, LongPredicate wanted, List<SelectedRow> into) {
        var block = shard.parts().get(part).block();
        selection.sure().or(selection.candidates()).forEach(row -> {
            var hash = block.hash(row);
            if (wanted.test(hash)) {
                into.add(new SelectedRow(part, row, hash, selection.sure().has(row)));
            }
        });
    }
}
