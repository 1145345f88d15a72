package dev.groundswell.bench.ingest;

import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import dev.groundswell.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The way of an order change as the template wires it, in this JVM: queue → {@code OrderIngest} → {@code Orders} → stream
 * → {@code OrderProjection} → profiles and counters. Nothing of it has been used before.
 */
final class Pipeline implements AutoCloseable {

    /** Enough to keep the queue ahead of its readers. */
    private static final int SENDS_AT_ONCE = 4;

    /** What SQS takes at once, in messages and in bytes (of which some are its own). */
    private static final int SEND_LIMIT = 10;

    private static final int SEND_BYTES = 200_000;

    /** Between two looks at the queue's depth. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final String QUEUE = "OrderChanges";

    private final LocalSystem system;

    private Pipeline(LocalSystem system) {
        this.system = system;
    }

    static Pipeline start() throws PortTakenException {
        var system = LocalSystem.start(LocalOptions.inMemory().withoutExpiry());
        BenchStore.saveIn(system.template(), system.clients().dynamoDb());
        return new Pipeline(system);
    }

    /**
     * Sends all messages, as fast as they are taken, and waits until nothing is left to do.
     *
     * @param mostWaiting messages on the queue at once. Without a limit the local run's few workers share out the whole
     *                    stream among themselves, in batches that take longer than the function's time-out
     */
    void process(List<String> messages, int mostWaiting) throws InterruptedException {
        var url = system.template().queue(QUEUE).orElseThrow().url();
        var places = new Semaphore(SENDS_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var batch : batches(messages)) {
                places.acquire();
                threads.execute(() -> {
                    system.clients()
                            .sqs()
                            .sendMessageBatch(send -> send.queueUrl(url).entries(batch));
                    places.release();
                });
                while (system.queueDepth(QUEUE) > mostWaiting) {
                    Thread.sleep(PAUSE);
                }
            }
        }
        system.awaitDrained();
    }

    private static List<List<SendMessageBatchRequestEntry>> batches(List<String> messages) {
        var batches = new ArrayList<List<SendMessageBatchRequestEntry>>();
        var batch = new ArrayList<SendMessageBatchRequestEntry>();
        var bytes = 0;
        for (var message : messages) {
            var size = message.getBytes(StandardCharsets.UTF_8).length;
            if (batch.size() == SEND_LIMIT || (!batch.isEmpty() && bytes + size > SEND_BYTES)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(batch.size()))
                    .messageBody(message)
                    .build());
            bytes += size;
        }
        batches.add(List.copyOf(batch));
        return batches;
    }

    DynamoDbClient dynamoDb() {
        return system.clients().dynamoDb();
    }

    Template template() {
        return system.template();
    }

    @Override
    public void close() {
        system.close();
    }
}
