package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rejected lines of a process. */
public final class RejectedLinesInMemory implements RejectedLines {

    private final Map<ImportId, Map<Long, List<Line>>> kept = new HashMap<>();
    private final Map<ImportId, List<Line>> reports = new HashMap<>();

    @Override
    public synchronized void keep(StoreId store, ImportId id, ImportPhase phase, long block, List<Line> lines) {
        var place = (phase == ImportPhase.ITEM_FILE ? 0 : 1_000_000_000L) + block;
        kept.computeIfAbsent(id, _ -> new TreeMap<>()).put(place, List.copyOf(lines));
    }

    @Override
    public synchronized void assemble(StoreId store, ImportId id, Runnable meanwhile) {
        var lines = kept.getOrDefault(id, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
        reports.put(id, lines);
        meanwhile.run();
    }

    /** Empty if none was made. */
    public synchronized List<Line> report(ImportId id) {
        return reports.getOrDefault(id, List.of());
    }
}
