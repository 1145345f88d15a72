package dev.groundswell.core.segment;

import dev.groundswell.core.segment.rule.RuleLimits;
import dev.groundswell.core.segment.rule.SegmentRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which of a store's own segments ask for which others. */
final class References {

    private final Map<SegmentId, Set<SegmentId>> byId = new HashMap<>();

    References(Collection<Segment> segments) {
        segments.forEach(segment -> put(segment.id(), segment.rule()));
    }

    void put(SegmentId id, SegmentRule rule) {
        byId.put(id, of(rule));
    }

    /** The segments that a rule names, in the order of their ids. */
    static Set<SegmentId> of(SegmentRule rule) {
        var found = new TreeSet<SegmentId>();
        collect(rule, found);
        return found;
    }

    private static void collect(SegmentRule rule, Set<SegmentId> found) {
        switch (rule) {
            case SegmentRule.All all -> all.rules().forEach(each -> collect(each, found));
            case SegmentRule.Any any -> any.rules().forEach(each -> collect(each, found));
            case SegmentRule.Not not -> collect(not.rule(), found);
            case SegmentRule.InSegment in -> found.add(new SegmentId(in.segment()));
            case SegmentRule.FieldTest _,
                    SegmentRule.FieldComparison _,
                    SegmentRule.OrdersTest _,
                    SegmentRule.EventsTest _,
                    SegmentRule.BoughtIn _,
                    SegmentRule.Random _ -> {}
        }
    }

    /** What a rule names and there is not, neither ready-made nor saved. */
    Optional<SegmentId> unknown(SegmentId id) {
        return byId.getOrDefault(id, Set.of()).stream()
                .filter(each -> !byId.containsKey(each) && ReadyMade.find(each).isEmpty())
                .findFirst();
    }

    /** Whether it asks for itself, at once or by way of others. */
    boolean isCircular(SegmentId id) {
        var reached = new HashSet<SegmentId>();
        reach(id, reached);
        return reached.contains(id);
    }

    private void reach(SegmentId from, Set<SegmentId> reached) {
        for (var next : byId.getOrDefault(from, Set.of())) {
            if (reached.add(next)) {
                reach(next, reached);
            }
        }
    }

    /** Whether some segment asks for one that asks for one … more often than is allowed. */
    boolean isTooDeep() {
        var depths = new HashMap<SegmentId, Integer>();
        return byId.keySet().stream().anyMatch(id -> depth(id, depths) > RuleLimits.MAX_SEGMENT_NESTING);
    }

    /** 0 of a segment that asks for no other. */
    private int depth(SegmentId id, Map<SegmentId, Integer> depths) {
        var known = depths.get(id);
        if (known != null) {
            return known;
        }
        depths.put(id, 0); // so that a circle that is there already comes to an end
        var depth = byId.getOrDefault(id, Set.of()).stream()
                .mapToInt(next -> 1 + depth(next, depths))
                .max()
                .orElse(0);
        depths.put(id, depth);
        return depth;
    }
}
