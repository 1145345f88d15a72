package dev.groundswell.core.reminder.round;

import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Rounds of a process. */
public final class RoundBookInMemory implements RoundBook {

    private final Map<StoreId, NavigableMap<TaskId, Round>> kept = new HashMap<>();

    private NavigableMap<TaskId, Round> of(StoreId store) {
        return kept.computeIfAbsent(store, _ -> new TreeMap<>());
    }

    @Override
    public synchronized Round add(StoreId store, Round round) {
        return of(store).computeIfAbsent(round.id(), _ -> round);
    }

    @Override
    public synchronized Optional<Round> find(StoreId store, TaskId id) {
        return Optional.ofNullable(of(store).get(id));
    }

    @Override
    public synchronized List<Round> newest(StoreId store, int limit) {
        return of(store).descendingMap().values().stream().limit(limit).toList();
    }
}
