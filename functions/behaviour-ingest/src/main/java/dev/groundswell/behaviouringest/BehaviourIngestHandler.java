package dev.groundswell.behaviouringest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.behaviour.BehaviourDayTable;
import dev.groundswell.cloud.event.BatchAnswer;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.order.RejectedChangeTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.behaviour.IngestBehaviour;
import dev.groundswell.core.store.RememberedStores;
import dev.groundswell.core.store.StoreId;
import java.io.InputStream;
import java.io.OutputStream;

/** The queue {@code BehaviourEvents}: keeps the events; messages that cannot be read, or not be kept now, come again. */
public final class BehaviourIngestHandler implements RequestStreamHandler {

    private final BehaviourMessages messages;
    private final IngestBehaviour ingest;

    public BehaviourIngestHandler() {
        this(FunctionEnvironment.current());
    }

    BehaviourIngestHandler(FunctionEnvironment environment) {
        var dynamoDb = environment.clients().dynamoDb();
        var stores =
                new RememberedStores(new StoreTable(dynamoDb, environment.require("STORES_TABLE")), environment.time());
        this.messages = new BehaviourMessages(stores, new StoreId(environment.require("STORE_ID")));
        this.ingest = new IngestBehaviour(
                new BehaviourDayTable(dynamoDb, environment.require("ORDERS_TABLE")),
                new RejectedChangeTable(dynamoDb, environment.require("REJECTED_CHANGES_TABLE")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var log = new FunctionLog(context.getLogger());
        var batch = messages.read(QueueEvent.read(event).messages());
        var result = ingest.ingest(batch.valid(), batch.invalid());
        batch.unreadable()
                .forEach((message, reason) -> log.warn("message-unreadable", "message", message, "reason", reason));
        result.failures().forEach((day, failure) -> log.error("day-not-written", failure, "day", day.day()));
        if (result.rejected() > 0) {
            log.warn("events-rejected", "count", result.rejected());
        }
        new BatchAnswer(batch.toBeTriedAgain(result)).writeTo(answer);
    }
}
