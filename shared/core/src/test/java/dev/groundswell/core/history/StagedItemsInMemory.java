package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Staged rows of a process. */
public final class StagedItemsInMemory implements StagedItems {

    /** Small enough for a test to exceed. */
    public static final int MAX_ROWS = 300;

    private final Map<String, Map<Long, Map<String, Object>>> kept = new HashMap<>();

    private static String key(StoreId store, ImportId id, String order) {
        return store + "|" + id + "|" + order;
    }

    @Override
    public synchronized Set<String> stage(StoreId store, ImportId id, Map<String, List<ItemRow>> rows) {
        var refused = new HashSet<String>();
        rows.forEach((order, ofOrder) -> {
            var there = new TreeMap<>(kept.getOrDefault(key(store, id, order), Map.of()));
            ofOrder.forEach(row -> there.put(row.line(), row.cells()));
            if (there.size() > MAX_ROWS) {
                refused.add(order);
            } else {
                kept.put(key(store, id, order), there);
            }
        });
        return refused;
    }

    @Override
    public synchronized Map<String, List<Map<String, Object>>> find(StoreId store, ImportId id, Set<String> orders) {
        var found = new HashMap<String, List<Map<String, Object>>>();
        for (var order : orders) {
            var rows = kept.get(key(store, id, order));
            if (rows != null) {
                found.put(order, List.copyOf(rows.values()));
            }
        }
        return found;
    }
}
