package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Optional;

/** Where frozen audiences are kept, each for {@link FreezeLimits#KEPT}. */
public interface FrozenAudiences {

    /** Keeps a new one, to be frozen, unless there is one with its id. Whether there was none. */
    boolean add(StoreId store, Facts fresh);

    Optional<FrozenAudience> find(StoreId store, AudienceId id);

    /**
     * Those frozen last come first.
     *
     * @param before the id after which to go on, exclusive
     */
    List<FrozenAudience> newest(StoreId store, int limit, Optional<AudienceId> before);
}
