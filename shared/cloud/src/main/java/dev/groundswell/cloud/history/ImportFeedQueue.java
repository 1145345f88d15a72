package dev.groundswell.cloud.history;

import dev.groundswell.cloud.order.OrderChangeQueue;
import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.core.history.ImportFeed;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.jr.ob.JSON;

/** The queue {@code OrderChanges}, or {@code BehaviourEvents}, which take the same messages. */
public final class ImportFeedQueue implements ImportFeed {

    /** SQS bills by so much, so fuller messages save nothing, and one of these is soon worked off. */
    private static final int FULL_MESSAGE_BYTES = 64 * 1024 - 512;

    /** The brackets around a message of one. */
    private static final int BRACKETS = 3;

    private final SqsClient client;
    private final String url;
    private final OrderChangeQueue queue;

    public ImportFeedQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
        this.queue = new OrderChangeQueue(client, url, FULL_MESSAGE_BYTES);
    }

    @Override
    public long waiting() {
        var attributes = client.getQueueAttributes(
                        get -> get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes();
        return Long.parseLong(attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
    }

    @Override
    public String text(Map<String, ?> values) {
        return JSON.std.asString(values);
    }

    @Override
    public int maxBytes() {
        return JsonQueue.MAX_MESSAGE_BYTES - BRACKETS;
    }

    @Override
    public void send(StoreId store, OrderSource source, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        switch (queue.send(store, source, texts)) {
            case JsonQueue.Outcome.Sent _ -> {}
            case JsonQueue.Outcome.Unavailable(var cause) -> throw cause;
            case JsonQueue.Outcome.TooLarge(var place) ->
                throw new IllegalArgumentException("The text at " + place + " is larger than a message.");
        }
    }
}
