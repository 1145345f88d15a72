package dev.groundswell.cloud.order;

import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue {@code OrderChanges}, to put changes on. */
public final class OrderChangeQueue {

    /** The message attribute that names the door its changes came through. */
    public static final String SOURCE = "source";

    private final JsonQueue queue;

    public OrderChangeQueue(SqsClient client, String url) {
        this(client, url, JsonQueue.MAX_MESSAGE_BYTES);
    }

    /** @param fullMessageBytes from which on a message takes no further change; a larger change still has one of its own */
    public OrderChangeQueue(SqsClient client, String url, int fullMessageBytes) {
        this.queue = new JsonQueue(client, url, fullMessageBytes);
    }

    /** @param changes JSON objects, at least one */
    public JsonQueue.Outcome send(StoreId store, OrderSource source, List<String> changes) {
        return queue.send(store, Map.of(SOURCE, source.value()), changes);
    }
}
