package dev.groundswell.graphqlapi.persistedquery;

import dev.groundswell.core.store.StoreId;
import java.util.Optional;

/** Where the texts of queries are kept by their hashes, for each store apart. */
public interface PersistedQueries {

    Optional<String> find(StoreId store, QueryHash hash);

    /** Keeps it for some weeks. */
    void save(StoreId store, QueryHash hash, String text);
}
