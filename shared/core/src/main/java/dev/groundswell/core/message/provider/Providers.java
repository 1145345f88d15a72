package dev.groundswell.core.message.provider;

import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Optional;

/** Where the providers of stores are kept. */
public interface Providers {

    /**
     * Keeps it if the one that is kept has the revision before its own; at revision 1 if none is kept.
     *
     * @return whether it is kept now; if not, nothing has changed
     */
    boolean save(StoreId store, Provider provider);

    Optional<Provider> find(StoreId store, ProviderId id);

    /** Those of both channels, active or not, by id; there are at most some more than {@link Provider#MAX_PER_STORE}. */
    List<Provider> all(StoreId store);
}
