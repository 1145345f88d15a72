package dev.groundswell.cloud.behaviour;

import dev.groundswell.cloud.order.OrderChangeQueue;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue {@code BehaviourEvents}, to put events on: packed into messages as order changes are, since both are JSON objects. */
public final class BehaviourEventQueue {

    private final OrderChangeQueue queue;

    public BehaviourEventQueue(SqsClient client, String url) {
        this.queue = new OrderChangeQueue(client, url);
    }

    /** @param events JSON objects, at least one */
    public OrderChangeQueue.Outcome send(StoreId store, List<String> events) {
        return queue.send(store, OrderSource.LIVE, events);
    }
}
