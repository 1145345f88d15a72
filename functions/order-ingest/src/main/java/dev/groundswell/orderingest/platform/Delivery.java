package dev.groundswell.orderingest.platform;

import dev.groundswell.core.webhook.DeliveryMark;
import java.util.Set;

/** What a signed request brings. */
sealed interface Delivery {

    /**
     * Something for the queue.
     *
     * @param body  as the platform wrote it
     * @param marks by which a repetition is known
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on to the queue; deliveries are never compared.
    record ForQueue(byte[] body, Set<DeliveryMark> marks) implements Delivery {}

    /** Nothing about an order, or nothing that another delivery does not tell better. */
    record NotAnOrder(String topic) implements Delivery {}
}
