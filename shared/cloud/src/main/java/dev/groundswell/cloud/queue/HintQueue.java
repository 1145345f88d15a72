package dev.groundswell.cloud.queue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue of small messages, each of its own, that wake workers: what there is to do is written elsewhere. */
public final class HintQueue {

    private final SqsClient client;
    private final String url;

    public HintQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /**
     * Puts messages on the queue, in as few calls as SQS allows.
     *
     * @throws SdkException if not all could be
     */
    public void send(List<String> bodies) {
        send(bodies, Duration.ZERO);
    }

    /**
     * The same, to be told later.
     *
     * @param delay at most 15 minutes, SQS's own limit
     */
    public void send(List<String> bodies, Duration delay) {
        for (var from = 0; from < bodies.size(); from += MessageBatch.MAX_MESSAGES) {
            sendTogether(bodies.subList(from, Math.min(bodies.size(), from + MessageBatch.MAX_MESSAGES)), delay);
        }
    }

    private void sendTogether(List<String> bodies, Duration delay) {
        var entries = IntStream.range(0, bodies.size())
                .mapToObj(place -> SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(place))
                        .delaySeconds((int) delay.toSeconds())
                        .messageBody(bodies.get(place))
                        .build())
                .toList();
        MessageBatch.send(client, url, entries);
    }
}
