package dev.groundswell.local.history;

import dev.groundswell.local.LocalRunException;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.template.QueueResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends order changes or behaviour events to their queue, without letting it grow without end. */
final class ChangeQueue {

    private static final String ORDER_CHANGES = "OrderChanges";
    private static final String BEHAVIOUR_EVENTS = "BehaviourEvents";

    /** Below SQS's smallest limit for a message, 256 KB, with room for its attributes. */
    private static final int MESSAGE_BYTES = 200_000;

    private static final int BATCH_LIMIT = 10;

    /** A batch of messages has the same limit as one message. */
    private static final int BATCH_BYTES = MESSAGE_BYTES;

    private static final long PAUSE_MILLIS = 5;

    private final LocalSystem system;
    private final SqsClient sqs;
    private final String queue;
    private final String url;
    private final long mostWaiting;
    private final Map<String, MessageAttributeValue> attributes;
    private final List<String> pending = new ArrayList<>();
    private int pendingBytes;
    private long sentSinceLook;

    /** {@code mostWaiting} messages lie in the queue at most, before a send waits. */
    static ChangeQueue ofOrders(LocalSystem system, long mostWaiting) {
        return new ChangeQueue(system, ORDER_CHANGES, mostWaiting);
    }

    /** The same for behaviour events. */
    static ChangeQueue ofBehaviour(LocalSystem system, long mostWaiting) {
        return new ChangeQueue(system, BEHAVIOUR_EVENTS, mostWaiting);
    }

    private ChangeQueue(LocalSystem system, String queue, long mostWaiting) {
        this.system = system;
        this.sqs = system.clients().sqs();
        this.queue = queue;
        this.url = system.template()
                .queue(queue)
                .map(QueueResource::url)
                .orElseThrow(() -> new LocalRunException("The template has no queue " + queue + "."));
        this.mostWaiting = mostWaiting;
        this.attributes = Map.of(
                "store",
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(LocalSystem.STORE)
                        .build());
    }

    // ---- many changes a message

    /** Adds a change to the message that is being gathered, and sends it when it is full. */
    void gather(String json) {
        int bytes = utf8Length(json) + 1;
        if (pendingBytes + bytes > MESSAGE_BYTES) {
            sendGathered();
        }
        pending.add(json);
        pendingBytes += bytes;
    }

    /** Sends what was gathered as one message. */
    void sendGathered() {
        if (pending.isEmpty()) {
            return;
        }
        String body = "[" + String.join(",", pending) + "]";
        sqs.sendMessage(request -> request.queueUrl(url).messageBody(body).messageAttributes(attributes));
        sent(1);
    }

    // ---- one change a message

    /** Adds a change as a message of its own, and sends a batch of them when it is full. */
    void add(String json) {
        int bytes = utf8Length(json);
        if (pending.size() == BATCH_LIMIT || pendingBytes + bytes > BATCH_BYTES) {
            sendAdded();
        }
        pending.add(json);
        pendingBytes += bytes;
    }

    /** Sends what was added. */
    void sendAdded() {
        if (pending.isEmpty()) {
            return;
        }
        var entries = new ArrayList<SendMessageBatchRequestEntry>();
        for (String json : pending) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(json)
                    .messageAttributes(attributes)
                    .build());
        }
        var answer = sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
        if (!answer.failed().isEmpty()) {
            throw new LocalRunException("The queue " + queue + " refused changes: "
                    + answer.failed().getFirst().message());
        }
        sent(entries.size());
    }

    private void sent(int messages) {
        pending.clear();
        pendingBytes = 0;
        sentSinceLook += messages;
        while (sentSinceLook >= mostWaiting / 2) {
            long depth = system.queueDepth(queue);
            if (depth < mostWaiting) {
                sentSinceLook = 0;
            } else {
                pause();
            }
        }
    }

    long waiting() {
        return system.queueDepth(queue);
    }

    private static int utf8Length(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("Interrupted.", e);
        }
    }
}
