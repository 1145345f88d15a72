package dev.groundswell.core.reminder;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** {@link WakeUps} in memory, for tests. Each call is one moment, whoever calls at the same time. */
public final class WakeUpsInMemory implements WakeUps {

    private static final Comparator<Place> SORTED =
            Comparator.comparing(Place::due).thenComparing(Place::key);

    private final Map<Shard, NavigableMap<Place, WakeUpBundle>> kept = new HashMap<>();
    private final Map<Shard, Mark> marks = new HashMap<>();

    private record Shard(StoreId store, int number) {}

    @Override
    public synchronized Page due(StoreId store, int shard, Instant until, Optional<Place> after, int limit) {
        var key = new Shard(store, shard);
        var behind = after.map(last -> of(key).tailMap(last, false)).orElseGet(() -> of(key));
        var mark = marks.getOrDefault(key, Mark.NONE);
        var due = new ArrayList<WakeUpBundle>();
        var room = limit;
        for (var bundle : behind.values()) {
            room -= bundle.wakeUps().size();
            if (bundle.place().due().isAfter(until)) {
                return new Page(mark, due, true);
            }
            if (room < 0 && !due.isEmpty()) {
                return new Page(mark, due, false);
            }
            due.add(bundle);
        }
        return new Page(mark, due, true);
    }

    @Override
    public synchronized void put(StoreId store, Collection<WakeUp> wakeUps) {
        WakeUpBundle.of(wakeUps)
                .forEach(bundle -> of(new Shard(store, bundle.shard())).put(bundle.place(), bundle));
    }

    @Override
    public synchronized void delete(StoreId store, Collection<WakeUpBundle> bundles) {
        bundles.forEach(bundle -> of(new Shard(store, bundle.shard())).remove(bundle.place()));
    }

    @Override
    public synchronized boolean mark(StoreId store, int shard, Mark before, Mark after) {
        var key = new Shard(store, shard);
        if (!marks.getOrDefault(key, Mark.NONE).equals(before)) {
            return false;
        }
        marks.put(key, after);
        return true;
    }

    /** When the next one of a store is due; empty if there is none. */
    public synchronized Optional<Instant> next(StoreId store) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store)
                        && !entry.getValue().isEmpty())
                .map(entry -> entry.getValue().firstKey().due())
                .min(Comparator.naturalOrder());
    }

    /** All of a store, shard by shard. */
    public synchronized List<WakeUp> all(StoreId store) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store))
                .flatMap(entry -> entry.getValue().values().stream())
                .flatMap(bundle -> bundle.wakeUps().stream())
                .toList();
    }

    private NavigableMap<Place, WakeUpBundle> of(Shard shard) {
        return kept.computeIfAbsent(shard, _ -> new TreeMap<>(SORTED));
    }
}
