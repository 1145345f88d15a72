package dev.groundswell.core.store;

import java.util.Optional;
import java.util.function.Consumer;

/** Where stores are found. */
public interface Stores {

    Optional<Store> find(StoreId id);

    /** Hands over every store; for jobs, never for a request. */
    void each(Consumer<Store> reader);

    /** Adds the store, or replaces its settings. */
    void save(Store store);
}
