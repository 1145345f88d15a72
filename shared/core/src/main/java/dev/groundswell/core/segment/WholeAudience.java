package dev.groundswell.core.segment;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.ShardRows;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.store.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * All customers of a store, and what it took to read them.
 *
 * @param shards in their order
 */
public record WholeAudience(List<ShardRows> shards, double readUnits, int requests) {

    public WholeAudience {
        shards = List.copyOf(shards);
    }

    /** Reads all shards at once, as they are now. */
    public static WholeAudience read(AudienceIndex index, StoreId store) {
        return read(shard -> index.read(store, shard));
    }

    /** Reads all shards at once. */
    public static WholeAudience read(IntFunction<AudienceIndex.Reading> reading) {
        var readings = overShards(reading::apply);
        return new WholeAudience(
                readings.stream().map(AudienceIndex.Reading::rows).toList(),
                readings.stream().mapToDouble(AudienceIndex.Reading::readUnits).sum(),
                readings.stream().mapToInt(AudienceIndex.Reading::requests).sum());
    }

    /** Does something with each shard, all at once; the results in the shards' order. */
    public static <R> List<R> overShards(Function<Integer, R> work) {
        Map<Integer, Integer> shards = new LinkedHashMap<>();
        IntStream.range(0, AudienceIndex.SHARDS).forEach(shard -> shards.put(shard, shard));
        return FanOut.over(shards, AudienceIndex.SHARDS, work).values().stream()
                .map(FanOut.Outcome::orThrow)
                .toList();
    }
}
