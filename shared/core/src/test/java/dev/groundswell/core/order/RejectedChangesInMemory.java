package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** {@link RejectedChanges} in memory, for tests. */
public final class RejectedChangesInMemory implements RejectedChanges {

    private final Map<StoreId, NavigableMap<String, RejectedChange>> changes = new HashMap<>();

    @Override
    public synchronized void add(StoreId store, List<RejectedChange> added) {
        var ofStore = changes.computeIfAbsent(store, _ -> new TreeMap<>());
        added.forEach(change -> ofStore.put(change.id(), change));
    }

    @Override
    public synchronized List<RejectedChange> newest(StoreId store, int limit, Optional<String> before) {
        var ofStore = changes.getOrDefault(store, new TreeMap<>());
        var older = before.map(id -> ofStore.headMap(id, false)).orElse(ofStore);
        return older.descendingMap().values().stream().limit(limit).toList();
    }
}
