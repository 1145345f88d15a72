package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** {@link ReminderBatches} in memory, for tests. */
public final class ReminderBatchesInMemory implements ReminderBatches {

    private final Map<StoreId, NavigableMap<String, Batch>> kept = new HashMap<>();

    @Override
    public synchronized void add(StoreId store, Batch batch) {
        of(store).put(batch.id(), batch);
    }

    @Override
    public synchronized Optional<Batch> find(StoreId store, String id) {
        return Optional.ofNullable(of(store).get(id));
    }

    @Override
    public synchronized List<Batch> open(StoreId store, Instant until, int limit) {
        return of(store).values().stream()
                .filter(batch -> !batch.at().isAfter(until))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void remove(StoreId store, Collection<String> ids) {
        ids.forEach(of(store)::remove);
    }

    private NavigableMap<String, Batch> of(StoreId store) {
        return kept.computeIfAbsent(store, _ -> new TreeMap<>());
    }
}
