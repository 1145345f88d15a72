package dev.groundswell.local.event;

import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.function.Outcome;
import dev.groundswell.local.template.EventSource.QueueMessages;
import dev.groundswell.local.template.QueueResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Feeds a function from a queue as Lambda's poller does: gathers a batch, invokes, deletes what succeeded. What failed
 * stays, shows again after its visibility time-out, and moves to the dead-letter queue after its last try.
 */
public final class QueueMapping implements AutoCloseable {

    /** Lambda begins with five; a machine with few cores is served by one less. */
    private static final int POLLERS = 4;

    /** What SQS hands out and deletes at once. */
    private static final int RECEIVE_LIMIT = 10;

    /** Lambda hands over at most 6 MB; messages are JSON inside JSON, whose quotes take two characters there. */
    private static final int BATCH_BYTES = 4_000_000;

    /** Below ElasticMQ's limit of 20 s for a request. */
    private static final int LONG_POLL_SECONDS = 10;

    private static final Duration WINDOW_POLL = Duration.ofMillis(50);
    private static final Duration FIRST_DRAIN_POLL = Duration.ofMillis(5);
    private static final Duration LAST_DRAIN_POLL = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(500);

    private final QueueMessages mapping;
    private final QueueResource queue;
    private final LocalFunction function;
    private final Functions functions;
    private final Activity activity;
    private final SqsClient sqs;
    private final SentMessages sent;
    private final EventFilter filter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> workers = new ArrayList<>();
    private final Semaphore pollers = new Semaphore(POLLERS);
    private volatile boolean closed;

    /** What mappings share. */
    public record Parts(Functions functions, Activity activity, SqsClient sqs, SentMessages sent) {}

    public QueueMapping(QueueMessages mapping, QueueResource queue, LocalFunction function, Parts parts) {
        this.mapping = mapping;
        this.queue = queue;
        this.function = function;
        this.functions = parts.functions();
        this.activity = parts.activity();
        this.sqs = parts.sqs();
        this.sent = parts.sent();
        this.filter = EventFilter.of(function.resource().id() + ".Events." + mapping.name(), mapping.filters());
    }

    public void start() {
        // Messages kept from an earlier run wait here.
        sent.mark(queue.url());
        activity.listen(this::signal);
        int count = mapping.maximumConcurrency().orElse(POLLERS);
        for (int i = 0; i < count; i++) {
            workers.add(Thread.ofVirtual().name(queue.id() + "-" + i).start(this::work));
        }
    }

    private void work() {
        while (!closed) {
            try {
                List<Message> batch = poll();
                if (!batch.isEmpty()) {
                    handle(batch);
                    signal();
                }
            } catch (RuntimeException | InterruptedException e) {
                // The loop's edge: whatever went wrong, the messages show again.
                pauseAfter(e);
            }
        }
    }

    private void pauseAfter(Exception error) {
        if (!closed) {
            System.err.println("[" + queue.id() + "] " + error);
            await(PAUSE_AFTER_ERROR);
        }
    }

    // ---- gathering

    /** A few at once: who waits for messages holds a connection, who handles some does not. */
    private List<Message> poll() throws InterruptedException {
        pollers.acquire();
        try {
            return gather();
        } finally {
            pollers.release();
        }
    }

    private List<Message> gather() throws InterruptedException {
        var batch = new ArrayList<Message>(receive(Math.min(RECEIVE_LIMIT, mapping.batchSize()), LONG_POLL_SECONDS));
        if (batch.isEmpty()) {
            return batch;
        }
        sent.mark(queue.url());
        long deadline = System.nanoTime() + mapping.batchingWindow().toNanos();
        while (batch.size() < mapping.batchSize() && bytes(batch) < BATCH_BYTES && !closed) {
            List<Message> more = receive(Math.min(RECEIVE_LIMIT, mapping.batchSize() - batch.size()), 0);
            batch.addAll(more);
            if (more.isEmpty()) {
                if (activity.isDraining() || System.nanoTime() >= deadline) {
                    break;
                }
                await(WINDOW_POLL);
            }
        }
        return batch;
    }

    private List<Message> receive(int limit, int waitSeconds) {
        return sqs.receiveMessage(request -> request.queueUrl(queue.url())
                        .maxNumberOfMessages(limit)
                        .waitTimeSeconds(waitSeconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private static long bytes(List<Message> batch) {
        return batch.stream().mapToLong(message -> message.body().length()).sum();
    }

    // ---- handling

    private void handle(List<Message> batch) {
        List<Message> wanted = batch.stream().filter(this::passes).toList();
        Set<String> failed = wanted.isEmpty() ? Set.of() : invoke(wanted);
        delete(batch.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .toList());
    }

    private Set<String> invoke(List<Message> batch) {
        Set<String> all = batch.stream().map(Message::messageId).collect(Collectors.toSet());
        return switch (functions.invoke(function, QueueEvent.write(queue.arn(), batch))) {
            case Outcome.Failure _ -> all;
            case Outcome.Answer(byte[] answer) ->
                mapping.reportsItemFailures() ? ItemFailures.read(answer, all).orElse(all) : Set.of();
        };
    }

    private void delete(List<Message> messages) {
        for (int from = 0; from < messages.size(); from += RECEIVE_LIMIT) {
            List<Message> chunk = messages.subList(from, Math.min(messages.size(), from + RECEIVE_LIMIT));
            sqs.deleteMessageBatch(request -> request.queueUrl(queue.url())
                    .entries(chunk.stream().map(QueueMapping::deletion).toList()));
        }
    }

    private static DeleteMessageBatchRequestEntry deletion(Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build();
    }

    private boolean passes(Message message) {
        if (filter.passesAll()) {
            return true;
        }
        var event = new HashMap<String, Object>();
        Object body = bodyOf(message);
        if (body != null) {
            event.put("body", body);
        }
        return filter.passes(event);
    }

    private static @Nullable Object bodyOf(Message message) {
        try {
            return JSON.std.anyFrom(message.body().getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return message.body();
        }
    }

    // ---- draining

    /** Waits until the queue has neither waiting nor unfinished messages. */
    void awaitEmpty() {
        Duration pause = FIRST_DRAIN_POLL;
        while (!closed && sent.take(queue.url()) && count() > 0) {
            sent.mark(queue.url());
            await(pause);
            pause = pause.compareTo(LAST_DRAIN_POLL) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    /** How many messages the queue holds: waiting, delayed, or received and not deleted. */
    public long count() {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(request -> request.queueUrl(queue.url())
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .attributes();
        return attributes.values().stream().mapToLong(Long::parseLong).sum();
    }

    public QueueResource queue() {
        return queue;
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // The caller loops; a spurious wake-up only looks once more.
    private void await(Duration atMost) {
        lock.lock();
        try {
            boolean _ = changed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        workers.forEach(Thread::interrupt);
    }
}
