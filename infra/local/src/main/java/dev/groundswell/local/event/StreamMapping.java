package dev.groundswell.local.event;

import dev.groundswell.local.aws.LocalTables;
import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.template.EventSource.StreamRecords;
import dev.groundswell.local.template.QueueResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Feeds a function from a table's stream as Lambda's poller does: shard after shard, a parent before its children, each
 * shard in order from where the mapping left off. {@link StreamBatch} does the retrying.
 */
public final class StreamMapping implements AutoCloseable {

    /** What DynamoDB hands out at once. */
    private static final int READ_LIMIT = 1000;

    /** Looked at this often without being told: writes by the AWS command line tell nobody. */
    private static final Duration IDLE_POLL = Duration.ofMillis(250);

    private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(500);

    private final StreamRecords mapping;
    private final String streamArn;
    private final String name;
    private final LocalTables tables;
    private final Activity activity;
    private final StreamBatch batches;
    private final EventFilter filter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> finished = new HashSet<>();
    private @Nullable String shard;
    private @Nullable String iterator;
    private @Nullable Thread worker;
    private long writesRead = -1;
    private volatile boolean held;
    private volatile boolean closed;

    /** What mappings share. */
    public record Parts(Functions functions, Activity activity, LocalTables tables, SqsClient sqs) {}

    public StreamMapping(
            StreamRecords mapping,
            String streamArn,
            LocalFunction function,
            Optional<QueueResource> onFailure,
            Parts parts) {
        this.mapping = mapping;
        this.streamArn = streamArn;
        this.name = function.resource().id() + "." + mapping.name();
        this.tables = parts.tables();
        this.activity = parts.activity();
        this.batches = new StreamBatch(mapping, streamArn, function, onFailure, parts, () -> closed);
        this.filter = EventFilter.of(function.resource().id() + ".Events." + mapping.name(), mapping.filters());
    }

    public void start() {
        activity.listen(this::wake);
        worker = Thread.ofVirtual().name(name).start(this::work);
    }

    private void work() {
        while (!closed) {
            long writes = tables.writes();
            try {
                if (held) {
                    awaitRelease();
                } else if (!pass()) {
                    rest(writes);
                }
            } catch (RuntimeException e) {
                // The loop's edge: whatever went wrong, the next read tries again.
                recover(e);
            }
        }
    }

    /** Reads once and handles what was read; false if there was nothing. */
    private boolean pass() {
        String position = position();
        if (position == null) {
            return false;
        }
        GetRecordsResponse read = tables.streams()
                .getRecords(request -> request.shardIterator(position).limit(READ_LIMIT));
        List<Record> records = read.records();
        for (int from = 0; from < records.size() && !closed; from += mapping.batchSize()) {
            handle(records.subList(from, Math.min(records.size(), from + mapping.batchSize())));
        }
        if (closed) {
            return false;
        }
        iterator = read.nextShardIterator();
        if (iterator == null) {
            finished.add(requireShard());
            shard = null;
        }
        return !records.isEmpty() || iterator == null;
    }

    private void handle(List<Record> read) {
        List<Record> wantedRecords = read.stream().filter(this::passes).toList();
        if (!wantedRecords.isEmpty()) {
            batches.process(requireShard(), wantedRecords);
        }
        if (!closed) {
            tables.savePosition(name, requireShard(), read.getLast().dynamodb().sequenceNumber());
        }
    }

    private String requireShard() {
        if (shard == null) {
            throw new IllegalStateException("no shard is being read");
        }
        return shard;
    }

    private boolean passes(Record record) {
        return filter.passesAll() || filter.passes(StreamBatch.map(streamArn, record));
    }

    // ---- shards

    private @Nullable String position() {
        if (iterator == null) {
            nextShard().ifPresent(next -> {
                shard = next;
                iterator = iterator(next);
            });
        }
        return iterator;
    }

    private Optional<String> nextShard() {
        List<Shard> shards = shards();
        Set<String> known = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
        return shards.stream()
                .filter(each -> !finished.contains(each.shardId()))
                .filter(each -> !known.contains(String.valueOf(each.parentShardId()))
                        || finished.contains(each.parentShardId()))
                .map(Shard::shardId)
                .findFirst();
    }

    private List<Shard> shards() {
        var shards = new ArrayList<Shard>();
        String last = null;
        do {
            String after = last;
            var description = tables.streams()
                    .describeStream(request -> request.streamArn(streamArn).exclusiveStartShardId(after))
                    .streamDescription();
            shards.addAll(description.shards());
            last = description.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    private String iterator(String shardId) {
        Optional<String> saved = tables.position(name, shardId);
        if (saved.isPresent()) {
            return iterator(shardId, ShardIteratorType.AFTER_SEQUENCE_NUMBER, saved.get());
        }
        return iterator(shardId, ShardIteratorType.fromValue(mapping.startingPosition()), null);
    }

    private String iterator(String shardId, ShardIteratorType type, @Nullable String sequenceNumber) {
        return tables.streams()
                .getShardIterator(request -> request.streamArn(streamArn)
                        .shardId(shardId)
                        .shardIteratorType(type)
                        .sequenceNumber(sequenceNumber))
                .shardIterator();
    }

    private void recover(RuntimeException error) {
        if (closed) {
            return;
        }
        switch (error) {
            // An iterator lives 15 minutes; the position is saved.
            case ExpiredIteratorException _ -> iterator = iterator(requireShard());
            // Records live 24 hours: what was not read by then is lost, as on AWS.
            case TrimmedDataAccessException _ ->
                iterator = iterator(requireShard(), ShardIteratorType.TRIM_HORIZON, null);
            default -> {
                System.err.println("[" + name + "] " + error);
                sleep(PAUSE_AFTER_ERROR);
            }
        }
    }

    // ---- holding

    /** Reads nothing from its next read on, as if its function were not there, until it is {@linkplain #release released}. */
    public void hold() {
        held = true;
        wake();
    }

    /** Reads on from where it left off. */
    public void release() {
        held = false;
        wake();
    }

    private void awaitRelease() {
        lock.lock();
        try {
            while (held && !closed) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    // ---- draining

    /** Waits until a read that began after the last write found nothing, unless it is held. */
    void awaitIdle() {
        lock.lock();
        try {
            changed.signalAll();
            while (writesRead < tables.writes() && !closed && !held) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Everything up to so many writes is read: waits for one more, or for the next look. */
    private void rest(long writes) {
        lock.lock();
        try {
            writesRead = writes;
            changed.signalAll();
            long left = IDLE_POLL.toNanos();
            while (tables.writes() == writes && left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (worker != null) {
            worker.interrupt();
        }
        wake();
    }
}
