package dev.groundswell.audienceindex;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.audience.CompactionQueue;
import dev.groundswell.cloud.audience.CompactionQueue.Compaction;
import dev.groundswell.cloud.event.BatchAnswer;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.audience.CompactAudience;
import dev.groundswell.core.audience.CompactionLimits;
import dev.groundswell.core.store.Stores;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/**
 * The queue {@code AudienceCompactions}: folds a shard. And the daily schedule, an event without messages: asks for every shard
 * of every store.
 */
public final class AudienceCompactionHandler implements RequestStreamHandler {

    private final Stores stores;
    private final CompactionQueue queue;
    private final CompactAudience compaction;

    public AudienceCompactionHandler() {
        this(FunctionEnvironment.current(), new SecureRandom());
    }

    AudienceCompactionHandler(FunctionEnvironment environment, RandomGenerator random) {
        var clients = environment.clients();
        this.stores = new StoreTable(clients.dynamoDb(), environment.require("STORES_TABLE"));
        this.queue = new CompactionQueue(clients.sqs(), environment.require("AUDIENCE_COMPACTIONS_QUEUE"));
        var limits = CompactionLimits.DEFAULT.with(
                Integer.parseInt(environment.require("DELTAS_A_FOLD")),
                Integer.parseInt(environment.require("ROWS_A_BLOCK")));
        this.compaction = IndexParts.of(environment, limits, random).compaction();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var log = new FunctionLog(context.getLogger());
        var messages = QueueEvent.read(event).messages();
        if (messages.isEmpty()) {
            stores.each(store -> queue.askForAll(store.id()));
        }
        var failed = new ArrayList<String>();
        for (var message : messages) {
            if (!isDone(message, log)) {
                failed.add(message.id());
            }
        }
        new BatchAnswer(failed).writeTo(answer);
    }

    private boolean isDone(QueueEvent.Message message, FunctionLog log) {
        var compaction = Compaction.read(message.body());
        if (compaction.isEmpty()) {
            log.warn("message-unreadable", "message", message.id());
            return false;
        }
        try {
            compact(compaction.get());
            return true;
        } catch (RuntimeException broken) {
            log.error(
                    "shard-not-folded",
                    broken,
                    "store",
                    compaction.get().store(),
                    "shard",
                    compaction.get().shard());
            return false;
        }
    }

    private void compact(Compaction asked) {
        compaction.fold(asked.store(), asked.shard());
        if (asked.sweep()) {
            compaction.sweep(asked.store(), asked.shard());
        }
    }
}
