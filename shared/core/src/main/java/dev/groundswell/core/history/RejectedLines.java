package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.util.List;

/** Where the rejected lines of an import are kept, block by block, until they are put together for download. */
public interface RejectedLines {

    /** @param original as it stands in the file, as far as it was read */
    record Line(RejectedLine what, String original) {}

    /** Keeps those of a block, in place of what an earlier attempt at the block kept. */
    void keep(StoreId store, ImportId id, ImportPhase phase, long block, List<Line> lines);

    /**
     * Makes one report of all that were kept, in the order of the file; again, makes the same.
     *
     * @param meanwhile called now and then, some times a minute at least
     */
    void assemble(StoreId store, ImportId id, Runnable meanwhile);
}
