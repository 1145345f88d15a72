package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.Manifest;
import java.util.List;

/**
 * What of a shard is frozen.
 *
 * @param manifest the blocks as they were
 * @param ranges   every hash of the shard that may be a member's is in exactly one; by number
 */
public record ShardPlan(int shard, Manifest manifest, List<HashRange> ranges) {
    public ShardPlan {
        manifest = new Manifest(manifest.revision(), manifest.parts(), List.of());
        ranges = List.copyOf(ranges);
    }
}
