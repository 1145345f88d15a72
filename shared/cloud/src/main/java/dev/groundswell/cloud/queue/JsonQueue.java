package dev.groundswell.cloud.queue;

import dev.groundswell.core.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue to put JSON objects on: as many in one message as fit. */
public final class JsonQueue {

    /** The message attribute that names the store. */
    public static final String STORE = "store";

    /** What every SQS accepts, old and new, less the room for the attributes. */
    public static final int MAX_MESSAGE_BYTES = 256 * 1024 - 1024;

    private final SqsClient client;
    private final String url;
    private final int fullMessageBytes;

    public JsonQueue(SqsClient client, String url) {
        this(client, url, MAX_MESSAGE_BYTES);
    }

    /** @param fullMessageBytes from which on a message takes no further object; a larger one still has one of its own */
    public JsonQueue(SqsClient client, String url, int fullMessageBytes) {
        this.client = client;
        this.url = url;
        this.fullMessageBytes = fullMessageBytes;
    }

    /** What became of the objects. */
    public sealed interface Outcome {
        /** All are on the queue, in these messages. */
        record Sent(List<String> messageIds) implements Outcome {}

        /** None is: the object at this place, from 0, fits no message. */
        record TooLarge(int place) implements Outcome {}

        /** Not all are. */
        record Unavailable(SdkException cause) implements Outcome {}
    }

    /** A message to be. */
    private record Body(String text, int bytes) {}

    /**
     * @param attributes of every message, besides the store's
     * @param objects    at least one
     */
    public Outcome send(StoreId store, Map<String, String> attributes, List<String> objects) {
        var bodies = new ArrayList<Body>();
        var body = new StringBuilder("[");
        var bytes = 2;
        for (var i = 0; i < objects.size(); i++) {
            var size = objects.get(i).getBytes(StandardCharsets.UTF_8).length + 1;
            if (size + 2 > MAX_MESSAGE_BYTES) {
                return new Outcome.TooLarge(i);
            }
            if (bytes > 2 && bytes + size > fullMessageBytes) {
                bodies.add(new Body(body.append(']').toString(), bytes));
                body = new StringBuilder("[");
                bytes = 2;
            }
            body.append(body.length() > 1 ? "," : "").append(objects.get(i));
            bytes += size;
        }
        bodies.add(new Body(body.append(']').toString(), bytes));
        return sendAll(all(store, attributes), bodies);
    }

    private static Map<String, MessageAttributeValue> all(StoreId store, Map<String, String> attributes) {
        var all = new HashMap<String, MessageAttributeValue>();
        attributes.forEach((name, value) -> all.put(name, text(value)));
        all.put(STORE, text(store.value()));
        return all;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private Outcome sendAll(Map<String, MessageAttributeValue> attributes, List<Body> bodies) {
        var sent = new ArrayList<String>();
        try {
            for (var from = 0; from < bodies.size(); ) {
                var until = endOfCall(bodies, from);
                sent.addAll(sendTogether(attributes, bodies.subList(from, until)));
                from = until;
            }
        } catch (SdkException unavailable) {
            return new Outcome.Unavailable(unavailable);
        }
        return new Outcome.Sent(List.copyOf(sent));
    }

    /** Together they may have no more bytes than one alone. */
    private static int endOfCall(List<Body> bodies, int from) {
        var bytes = bodies.get(from).bytes();
        var end = from + 1;
        while (end < bodies.size()
                && end < from + MessageBatch.MAX_MESSAGES
                && bytes + bodies.get(end).bytes() <= MAX_MESSAGE_BYTES) {
            bytes += bodies.get(end++).bytes();
        }
        return end;
    }

    private List<String> sendTogether(Map<String, MessageAttributeValue> attributes, List<Body> bodies) {
        if (bodies.size() == 1) {
            var only = bodies.getFirst().text();
            return List.of(client.sendMessage(
                            send -> send.queueUrl(url).messageBody(only).messageAttributes(attributes))
                    .messageId());
        }
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (var body : bodies) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(body.text())
                    .messageAttributes(attributes)
                    .build());
        }
        return MessageBatch.send(client, url, entries);
    }
}
