package dev.groundswell.core.audience;

import java.util.List;

/**
 * All rows of a shard as of some moment; of each customer at most one is live.
 *
 * @param version identifies what is in it: two readings of a shard with the same version have the same rows
 * @param parts   in a stable order
 */
public record ShardRows(int shard, String version, List<LiveRows> parts) {

    public ShardRows {
        parts = List.copyOf(parts);
    }

    /** How many customers there are. */
    public int customers() {
        return parts.stream().mapToInt(part -> part.live().count()).sum();
    }
}
