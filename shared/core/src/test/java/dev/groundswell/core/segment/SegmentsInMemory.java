package dev.groundswell.core.segment;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Segments of a process. */
public final class SegmentsInMemory implements Segments {

    private final Map<StoreId, Map<SegmentId, Segment>> kept = new HashMap<>();

    private Map<SegmentId, Segment> of(StoreId store) {
        return kept.computeIfAbsent(store, _ -> new TreeMap<>());
    }

    @Override
    public synchronized boolean save(StoreId store, Segment segment) {
        var before = Optional.ofNullable(of(store).get(segment.id()))
                .map(Segment::revision)
                .orElse(0L);
        if (before != segment.revision() - 1) {
            return false;
        }
        of(store).put(segment.id(), segment);
        return true;
    }

    @Override
    public synchronized Optional<Segment> find(StoreId store, SegmentId id) {
        return Optional.ofNullable(of(store).get(id));
    }

    @Override
    public synchronized List<Segment> all(StoreId store) {
        return List.copyOf(of(store).values());
    }

    @Override
    public synchronized boolean delete(StoreId store, SegmentId id) {
        return of(store).remove(id) != null;
    }
}
