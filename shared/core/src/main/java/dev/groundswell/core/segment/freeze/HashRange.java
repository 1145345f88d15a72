package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.SelectedRow;
import java.util.ArrayList;
import java.util.List;

/** Hashes of customers, as unsigned numbers, both ends included. */
public record HashRange(long from, long to) {

    private static final long FIRST = 0;
    private static final long LAST = -1;

    public boolean has(long hash) {
        return Long.compareUnsigned(hash, from) >= 0 && Long.compareUnsigned(hash, to) <= 0;
    }

    /**
     * Cuts selected rows into ranges, which depend on the rows alone. Rows with the same hash stay
     * together. None for no rows.
     */
    static List<HashRange> cut(List<SelectedRow> rows, FreezeSizes sizes) {
        var ranges = new ArrayList<HashRange>();
        var inOrder = rows.stream().sorted(SelectedRow.BY_HASH).toList();
        var from = FIRST;
        var sure = 0;
        var candidates = 0;
        for (var place = 0; place < inOrder.size(); place++) {
            var row = inOrder.get(place);
            sure += row.sure() ? 1 : 0;
            candidates += row.sure() ? 0 : 1;
            var isFull = sure >= sizes.rangeMembers() || candidates >= sizes.rangeCandidates();
            var isLast = place + 1 == inOrder.size();
            if (isLast || (isFull && inOrder.get(place + 1).hash() != row.hash())) {
                ranges.add(new HashRange(from, isLast ? LAST : row.hash()));
                from = row.hash() + 1;
                sure = 0;
                candidates = 0;
            }
        }
        return ranges;
    }
}
