package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Optional;

/** Where rejected changes are kept for some weeks. */
public interface RejectedChanges {

    /** Keeps them; a change with the id of one that is there replaces it. */
    void add(StoreId store, List<RejectedChange> changes);

    /**
     * The newest first.
     *
     * @param before the id after which to go on, exclusive
     */
    List<RejectedChange> newest(StoreId store, int limit, Optional<String> before);
}
