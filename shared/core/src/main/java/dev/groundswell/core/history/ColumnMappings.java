package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Optional;

/** Where a store's column mappings are kept. An import keeps its own copy, so a change of a mapping is for later imports. */
public interface ColumnMappings {

    /** Adds it, or replaces the one of its name. */
    void save(StoreId store, NamedMapping mapping);

    Optional<NamedMapping> find(StoreId store, String name);

    /** By name. */
    List<NamedMapping> all(StoreId store);

    /** Whether there was one. */
    boolean delete(StoreId store, String name);
}
