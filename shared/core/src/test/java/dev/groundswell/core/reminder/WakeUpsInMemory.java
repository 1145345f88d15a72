package dev.groundswell.core.reminder;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** {@link WakeUps} in memory, for tests. Each call is one moment, whoever calls at the same time. */
public final class WakeUpsInMemory implements WakeUps {

    private static final Comparator<WakeUp> SORTED = Comparator.comparing(WakeUp::due)
            .thenComparing(WakeUp::order)
            .thenComparing(wakeUp -> wakeUp.round().orElse(""))
            .thenComparing(WakeUp::token);

    private final Map<Shard, NavigableSet<WakeUp>> kept = new HashMap<>();
    private final Map<Shard, Mark> marks = new HashMap<>();

    private record Shard(StoreId store, int number) {}

    @Override
    public synchronized Page due(StoreId store, int shard, Instant until, Optional<WakeUp> after, int limit) {
        var key = new Shard(store, shard);
        var behind = after.map(last -> of(key).tailSet(last, false)).orElseGet(() -> of(key));
        var due = behind.stream()
                .takeWhile(wakeUp -> !wakeUp.due().isAfter(until))
                .limit(limit)
                .toList();
        return new Page(marks.getOrDefault(key, Mark.NONE), due);
    }

    @Override
    public synchronized void put(StoreId store, Collection<WakeUp> wakeUps) {
        wakeUps.forEach(wakeUp -> of(shard(store, wakeUp)).add(wakeUp));
    }

    @Override
    public synchronized void delete(StoreId store, Collection<WakeUp> wakeUps) {
        wakeUps.forEach(wakeUp -> of(shard(store, wakeUp)).remove(wakeUp));
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
                .map(entry -> entry.getValue().first().due())
                .min(Comparator.naturalOrder());
    }

    /** All of a store, shard by shard. */
    public synchronized List<WakeUp> all(StoreId store) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static Shard shard(StoreId store, WakeUp wakeUp) {
        return new Shard(store, WakeUps.shardOf(wakeUp.order()));
    }

    private NavigableSet<WakeUp> of(Shard shard) {
        return kept.computeIfAbsent(shard, _ -> new TreeSet<>(SORTED));
    }
}
