package dev.groundswell.cloud.behaviour;

import dev.groundswell.cloud.queue.JsonQueue;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue {@code BehaviourEvents}, to put events on. */
public final class BehaviourEventQueue {

    private final JsonQueue queue;

    public BehaviourEventQueue(SqsClient client, String url) {
        this.queue = new JsonQueue(client, url);
    }

    /** @param events JSON objects, at least one */
    public JsonQueue.Outcome send(StoreId store, List<String> events) {
        return queue.send(store, Map.of(), events);
    }
}
