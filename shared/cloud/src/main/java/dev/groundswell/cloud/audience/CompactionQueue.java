package dev.groundswell.cloud.audience;

import dev.groundswell.core.audience.AudienceIndex;
import dev.groundswell.core.audience.Compactions;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** The queue {@code AudienceCompactions}: {@code {"store":"demo","shard":3,"sweep":false}}. */
public final class CompactionQueue implements Compactions {

    /** SQS's own limit. */
    private static final int MAX_MESSAGES_A_CALL = 10;

    private final SqsClient client;
    private final String url;

    public CompactionQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
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
        client.sendMessage(send -> send.queueUrl(url).messageBody(new Compaction(store, shard, false).body()));
    }

    /** Asks for all shards of a store to be folded and swept. */
    public void askForAll(StoreId store) {
        for (var from = 0; from < AudienceIndex.SHARDS; from += MAX_MESSAGES_A_CALL) {
            ask(store, from, Math.min(AudienceIndex.SHARDS, from + MAX_MESSAGES_A_CALL));
        }
    }

    private void ask(StoreId store, int from, int to) {
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (var shard = from; shard < to; shard++) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(shard))
                    .messageBody(new Compaction(store, shard, true).body())
                    .build());
        }
        var answer = client.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
        if (!answer.failed().isEmpty()) {
            throw new IllegalStateException(
                    "SQS refused to take " + answer.failed().size() + " of " + entries.size() + " shards of store "
                            + store + " to be folded.");
        }
    }
}
