package dev.groundswell.core.audience;

import java.util.Collection;
import java.util.List;

/** Rows of one block, and which of them count. */
public sealed interface LiveRows {

    Block block();

    /** The rows that count; the others were superseded. Nobody changes it. */
    RowSet live();

    /** Rows of a stored block. */
    record Stored(BlockId id, Block block, RowSet live) implements LiveRows {}

    /**
     * Customers that changed since the blocks were written.
     *
     * @param rows those of the block
     */
    record Changed(Block block, RowSet live, List<AudienceRow> rows) implements LiveRows {

        public Changed {
            rows = List.copyOf(rows);
        }
    }

    /** @param rows at most {@value Block#MAX_ROWS}, all of them live */
    static LiveRows changed(Collection<AudienceRow> rows) {
        return new Changed(Block.of(rows), RowSet.all(rows.size()), List.copyOf(rows));
    }
}
