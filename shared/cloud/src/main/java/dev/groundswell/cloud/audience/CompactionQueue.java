package dev.groundswell.cloud.audience;

import dev.groundswell.cloud.queue.HintQueue;
import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.Compactions;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The queue {@code AudienceCompactions}: {@code {"store":"demo","shard":3,"sweep":false}}. */
public final class CompactionQueue implements Compactions {

    private final HintQueue queue;

    public CompactionQueue(SqsClient client, String url) {
        this.queue = new HintQueue(client, url);
    }

    /**
     * A message.
     *
     * @param sweep whether to look for blocks that crashes have left, too
     */
    public record Compaction(StoreId store, int shard, boolean sweep) {

        /** Empty if it is not one of ours. */
        public static Optional<Compaction> read(String body) {
            try {
                var values = JSON.std.mapFrom(body);
                return values.get("store") instanceof String store
                                && StoreId.isValid(store)
                                && values.get("shard") instanceof Integer shard
                                && shard >= 0
                                && shard < AudienceIndex.SHARDS
                        ? Optional.of(
                                new Compaction(new StoreId(store), shard, Boolean.TRUE.equals(values.get("sweep"))))
                        : Optional.empty();
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        }

        String body() {
            return JSON.std.asString(Map.of("store", store.value(), "shard", shard, "sweep", sweep));
        }
    }

    @Override
    public void ask(StoreId store, int shard) {
        queue.send(List.of(new Compaction(store, shard, false).body()));
    }

    /** Asks for all shards of a store to be folded and swept. */
    public void askForAll(StoreId store) {
        queue.send(IntStream.range(0, AudienceIndex.SHARDS)
                .mapToObj(shard -> new Compaction(store, shard, true).body())
                .toList());
    }
}
