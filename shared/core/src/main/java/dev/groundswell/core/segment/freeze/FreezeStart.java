package dev.groundswell.core.segment.freeze;

import java.util.ArrayList;
import java.util.List;

/**
 * What was fixed at the start, once for all workers.
 *
 * @param attempt   the name under which the shards' plans are kept
 * @param terms     what the rule stands on besides the index
 * @param ranges    into how many each shard is cut, by shard
 * @param revisions the index's, by shard
 */
public record FreezeStart(String attempt, FixedTerms terms, List<Integer> ranges, List<Long> revisions) {

    public FreezeStart {
        ranges = List.copyOf(ranges);
        revisions = List.copyOf(revisions);
    }

    /** In their order. */
    public List<RangeId> rangeIds() {
        var ids = new ArrayList<RangeId>();
        for (var shard = 0; shard < ranges.size(); shard++) {
            for (var number = 0; number < ranges.get(shard); number++) {
                ids.add(new RangeId(shard, number));
            }
        }
        return ids;
    }
}
