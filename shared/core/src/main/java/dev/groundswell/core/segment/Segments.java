package dev.groundswell.core.segment;

import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Optional;

/** Where a store's own segments are kept. */
public interface Segments {

    /**
     * Keeps it if the one that is kept has the revision before its own; at revision 1 if none is kept.
     *
     * @return whether it is kept now; if not, nothing has changed
     */
    boolean save(StoreId store, Segment segment);

    Optional<Segment> find(StoreId store, SegmentId id);

    /** By id; there are at most some more than {@link Segment#MAX_PER_STORE}. */
    List<Segment> all(StoreId store);

    /** Whether there was one. */
    boolean delete(StoreId store, SegmentId id);
}
