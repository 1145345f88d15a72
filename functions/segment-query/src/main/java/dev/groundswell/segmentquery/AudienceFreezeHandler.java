package dev.groundswell.segmentquery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.event.StoreMessages;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.segment.AudienceExportBucket;
import dev.groundswell.cloud.segment.AudienceStepQueue;
import dev.groundswell.cloud.segment.AudienceStepQueue.Message;
import dev.groundswell.cloud.segment.FrozenAudienceTable;
import dev.groundswell.core.audience.CompactAudience;
import dev.groundswell.core.audience.CompactionLimits;
import dev.groundswell.core.segment.freeze.AudienceStep;
import dev.groundswell.core.segment.freeze.AudienceSteps;
import dev.groundswell.core.segment.freeze.FreezeRange;
import dev.groundswell.core.segment.freeze.FreezeSizes;
import dev.groundswell.core.segment.freeze.StartFreeze;
import dev.groundswell.core.segment.freeze.WatchFreezes;
import dev.groundswell.core.segment.freeze.WriteExport;
import dev.groundswell.core.store.Store;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The queue {@code AudienceSteps}: freezes audiences and writes their files, step by step. An event without messages is the
 * schedule's: then it looks after whatever was begun and is not over.
 */
public final class AudienceFreezeHandler implements RequestStreamHandler {

    /** A thousand members, and what comes last: the rest of a file, the election. */
    private static final int RESERVE_MILLIS = 20_000;

    private final StoreMessages<Message> queue;
    private final AudienceSteps steps;
    private final StartFreeze start;
    private final FreezeRange range;
    private final WriteExport export;
    private final WatchFreezes watch;
    private final Supplier<String> attempts;

    public AudienceFreezeHandler() {
        this(
                FunctionEnvironment.current(),
                RandomGenerator.getDefault(),
                () -> UUID.randomUUID().toString());
    }

    AudienceFreezeHandler(FunctionEnvironment environment, RandomGenerator random, Supplier<String> attempts) {
        var clients = environment.clients();
        var parts = new AudienceParts(environment);
        var table = new FrozenAudienceTable(clients.dynamoDb(), environment.require("FROZEN_AUDIENCES_TABLE"));
        var files = new AudienceExportBucket(
                clients.s3(), clients.s3Presigner(), environment.require("AUDIENCE_EXPORTS_BUCKET"));
        var time = environment.time();
        var index = parts.index();
        this.queue = new StoreMessages<>(Message::read, parts.stores(), "audience-step-failed");
        this.steps = new AudienceStepQueue(clients.sqs(), environment.require("AUDIENCE_STEPS_QUEUE"));
        this.start = new StartFreeze(
                table,
                steps,
                index,
                new CompactAudience(parts.shards(), parts.remembered(), CompactionLimits.DEFAULT, time, random),
                parts.binder(),
                FreezeSizes.DEFAULT,
                time);
        this.range = new FreezeRange(table, index, parts.histories(), FreezeSizes.DEFAULT, time);
        this.export = new WriteExport(table, table, table, files, time);
        this.watch = new WatchFreezes(table, table, table, steps, time);
        this.attempts = attempts;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var batch = QueueEvent.read(event);
        if (batch.messages().isEmpty()) {
            watch.watch();
        }
        queue.take(
                        batch,
                        new FunctionLog(context.getLogger()),
                        (store, message) ->
                                take(store, message.step(), () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS))
                .writeTo(answer);
    }

    private void take(Store store, AudienceStep step, BooleanSupplier timeLeft) {
        var isOutOfTime = switch (step) {
            case AudienceStep.Start(var audience) -> {
                start.start(store, audience, attempts.get());
                yield false;
            }
            case AudienceStep.Range(var audience, var id) ->
                range.freeze(store, audience, id, attempts.get(), timeLeft) == FreezeRange.Result.OUT_OF_TIME;
            case AudienceStep.Export(var audience, var format) ->
                export.write(store, audience, format, timeLeft) == WriteExport.Result.OUT_OF_TIME;
        };
        if (isOutOfTime) {
            steps.wake(store.id(), List.of(step));
        }
    }
}
