package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Column mappings of a process. */
public final class ColumnMappingsInMemory implements ColumnMappings {

    private final Map<StoreId, Map<String, NamedMapping>> kept = new HashMap<>();

    private Map<String, NamedMapping> of(StoreId store) {
        return kept.computeIfAbsent(store, _ -> new TreeMap<>());
    }

    @Override
    public synchronized void save(StoreId store, NamedMapping mapping) {
        of(store).put(mapping.name(), mapping);
    }

    @Override
    public synchronized Optional<NamedMapping> find(StoreId store, String name) {
        return Optional.ofNullable(of(store).get(name));
    }

    @Override
    public synchronized List<NamedMapping> all(StoreId store) {
        return List.copyOf(of(store).values());
    }

    @Override
    public synchronized boolean delete(StoreId store, String name) {
        return of(store).remove(name) != null;
    }
}
