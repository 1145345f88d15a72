package dev.groundswell.orderingest;

import dev.groundswell.core.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The queue {@code OrderChanges}, to put changes on: as many in one message as fit. */
final class OrderChangeQueue {

    /** What every SQS accepts, old and new, less the room for the attribute. */
    static final int MAX_MESSAGE_BYTES = 256 * 1024 - 1024;

    private final SqsClient client;
    private final String url;

    OrderChangeQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** What became of the changes. */
    sealed interface Outcome {
        /** All are on the queue, in these messages. */
        record Sent(List<String> messageIds) implements Outcome {}

        /** None is: the change at this place, from 0, fits no message. */
        record TooLarge(int place) implements Outcome {}

        /** Not all are. */
        record Unavailable(SdkException cause) implements Outcome {}
    }

    /** @param changes JSON objects, at least one */
    Outcome send(StoreId store, List<String> changes) {
        var bodies = new ArrayList<String>();
        var body = new StringBuilder("[");
        var bytes = 2;
        for (var i = 0; i < changes.size(); i++) {
            var size = changes.get(i).getBytes(StandardCharsets.UTF_8).length + 1;
            if (size + 2 > MAX_MESSAGE_BYTES) {
                return new Outcome.TooLarge(i);
            }
            if (bytes + size > MAX_MESSAGE_BYTES) {
                bodies.add(body.append(']').toString());
                body = new StringBuilder("[");
                bytes = 2;
            }
            body.append(body.length() > 1 ? "," : "").append(changes.get(i));
            bytes += size;
        }
        bodies.add(body.append(']').toString());
        return sendAll(store, bodies);
    }

    private Outcome sendAll(StoreId store, List<String> bodies) {
        var attributes = Map.of(
                OrderMessages.STORE,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(store.value())
                        .build());
        try {
            return new Outcome.Sent(bodies.stream()
                    .map(body -> client.sendMessage(
                                    send -> send.queueUrl(url).messageBody(body).messageAttributes(attributes))
                            .messageId())
                    .toList());
        } catch (SdkException unavailable) {
            return new Outcome.Unavailable(unavailable);
        }
    }
}
