package dev.groundswell.core.store;

import java.util.Optional;

/** Where stores are found. */
public interface Stores {

    Optional<Store> find(StoreId id);

    /** Adds the store, or replaces its settings. */
    void save(Store store);
}
