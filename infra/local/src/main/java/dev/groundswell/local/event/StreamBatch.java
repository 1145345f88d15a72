package dev.groundswell.local.event;

import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.function.Outcome;
import dev.groundswell.local.template.EventSource.StreamRecords;
import dev.groundswell.local.template.QueueResource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.jr.ob.JSON;

/**
 * Brings one batch of stream records through the function: from the first record reported as failed again, in halves if
 * the mapping bisects, and to the on-failure queue when the retries are used up. Order is kept throughout.
 */
final class StreamBatch {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final StreamRecords mapping;
    private final String streamArn;
    private final LocalFunction function;
    private final Optional<QueueResource> onFailure;
    private final Functions functions;
    private final SqsClient sqs;
    private final BooleanSupplier closed;

    StreamBatch(
            StreamRecords mapping,
            String streamArn,
            LocalFunction function,
            Optional<QueueResource> onFailure,
            StreamMapping.Parts parts,
            BooleanSupplier closed) {
        this.mapping = mapping;
        this.streamArn = streamArn;
        this.function = function;
        this.onFailure = onFailure;
        this.functions = parts.functions();
        this.sqs = parts.sqs();
        this.closed = closed;
    }

    /** Returns when every record was handled or given up, or the mapping was closed. */
    void process(String shard, List<Record> records) {
        process(shard, records, 0);
    }

    private void process(String shard, List<Record> records, int retries) {
        List<Record> left = records;
        int tries = retries;
        while (!closed.getAsBoolean()) {
            int firstFailed = invoke(left);
            if (firstFailed == left.size()) {
                return;
            }
            // A batch that got further is a new, smaller batch: its tries count from the beginning.
            tries = firstFailed > 0 ? 0 : tries;
            left = left.subList(firstFailed, left.size());
            if (mapping.bisectsOnError() && left.size() > 1) {
                int middle = left.size() / 2;
                process(shard, left.subList(0, middle), tries);
                process(shard, left.subList(middle, left.size()), tries);
                return;
            }
            if (mapping.maximumRetries().isPresent()
                    && tries >= mapping.maximumRetries().getAsInt()) {
                giveUp(shard, left, tries + 1);
                return;
            }
            pause(tries++);
        }
    }

    /** The index of the first record that failed; the size of the batch if none did. */
    private int invoke(List<Record> records) {
        return switch (functions.invoke(function, StreamEvent.write(streamArn, records))) {
            case Outcome.Failure _ -> 0;
            case Outcome.Answer(byte[] answer) ->
                mapping.reportsItemFailures() ? firstFailed(answer, records) : records.size();
        };
    }

    private static int firstFailed(byte[] answer, List<Record> records) {
        List<String> numbers =
                records.stream().map(each -> each.dynamodb().sequenceNumber()).toList();
        Optional<Set<String>> failed =
                ItemFailures.read(answer, numbers.stream().collect(Collectors.toSet()));
        return failed.map(each -> each.stream().mapToInt(numbers::indexOf).min().orElse(records.size()))
                .orElse(0);
    }

    private void giveUp(String shard, List<Record> records, int invocations) {
        System.err.println("[" + function.resource().id() + "] gave up " + records.size() + " stream records from "
                + records.getFirst().dynamodb().sequenceNumber()
                + onFailure.map(queue -> ", noted in " + queue.id()).orElse(""));
        onFailure.ifPresent(queue -> sqs.sendMessage(
                request -> request.queueUrl(queue.url()).messageBody(note(shard, records, invocations))));
    }

    /** The note that Lambda sends to an on-failure destination: where the records are, not the records. */
    private String note(String shard, List<Record> records, int invocations) {
        var batch = new LinkedHashMap<String, Object>();
        batch.put("shardId", shard);
        batch.put("startSequenceNumber", records.getFirst().dynamodb().sequenceNumber());
        batch.put("endSequenceNumber", records.getLast().dynamodb().sequenceNumber());
        batch.put("approximateArrivalOfFirstRecord", arrival(records.getFirst()));
        batch.put("approximateArrivalOfLastRecord", arrival(records.getLast()));
        batch.put("batchSize", records.size());
        batch.put("streamArn", streamArn);
        var note = new LinkedHashMap<String, Object>();
        note.put(
                "requestContext",
                Map.of(
                        "requestId",
                        UUID.randomUUID().toString(),
                        "functionArn",
                        function.resource().arn(),
                        "condition",
                        "RetryAttemptsExhausted",
                        "approximateInvokeCount",
                        invocations));
        note.put(
                "responseContext",
                Map.of("statusCode", 200, "executedVersion", "$LATEST", "functionError", "Unhandled"));
        note.put("version", "1.0");
        note.put("timestamp", InstantSource.system().instant().toString());
        note.put("DDBStreamBatchInfo", batch);
        return JSON.std.asString(note);
    }

    private static String arrival(Record record) {
        return String.valueOf(record.dynamodb().approximateCreationDateTime());
    }

    /** The record as filters see it. */
    static Map<String, Object> map(String streamArn, Record record) {
        return JSON.std.mapFrom(StreamEvent.writeOne(streamArn, record));
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(
                    Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(tries, Integer.SIZE / 4)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
