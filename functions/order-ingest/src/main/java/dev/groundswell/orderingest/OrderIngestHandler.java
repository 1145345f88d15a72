package dev.groundswell.orderingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.BatchAnswer;
import dev.groundswell.cloud.event.QueueEvent;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.order.RejectedChangeTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.cloud.store.StoreVault;
import dev.groundswell.cloud.taobao.TaobaoGateway;
import dev.groundswell.core.order.IngestOrderChanges;
import dev.groundswell.core.store.RememberedSecrets;
import dev.groundswell.core.store.RememberedStores;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecrets;
import dev.groundswell.core.taobao.FetchTrade;
import java.io.InputStream;
import java.io.OutputStream;

/** The queue {@code OrderChanges}: writes the orders; messages that cannot be read, or not be written now, come again. */
public final class OrderIngestHandler implements RequestStreamHandler {

    private final OrderMessages messages;
    private final IngestOrderChanges ingest;

    public OrderIngestHandler() {
        this(FunctionEnvironment.current());
    }

    OrderIngestHandler(FunctionEnvironment environment) {
        var dynamoDb = environment.clients().dynamoDb();
        var stores =
                new RememberedStores(new StoreTable(dynamoDb, environment.require("STORES_TABLE")), environment.time());
        this.messages =
                new OrderMessages(stores, new StoreId(environment.require("STORE_ID")), fetchTrade(environment));
        this.ingest = new IngestOrderChanges(
                new OrderTable(
                        dynamoDb, environment.require("ORDERS_TABLE"), environment.require("ORDER_BUYERS_TABLE")),
                new RejectedChangeTable(dynamoDb, environment.require("REJECTED_CHANGES_TABLE")));
    }

    /** Neither the client of Secrets Manager nor that of HTTP is made before a message needs them. */
    private static FetchTrade fetchTrade(FunctionEnvironment environment) {
        var prefix = environment.require("SECRETS_PREFIX");
        StoreSecrets secrets = store -> new StoreVault(environment.clients().secrets(), prefix).valid(store);
        return new FetchTrade(
                new RememberedSecrets(secrets, environment.time()), new TaobaoGateway(environment.time()));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var log = new FunctionLog(context.getLogger());
        var batch = messages.read(QueueEvent.read(event).messages());
        var result = ingest.ingest(batch.valid(), batch.invalid());
        batch.unreadable()
                .forEach((message, reason) -> log.warn("message-unreadable", "message", message, "reason", reason));
        batch.postponed()
                .forEach((message, reason) -> log.warn("trade-not-fetched", "message", message, "reason", reason));
        if (!batch.skipped().isEmpty()) {
            log.warn(
                    "records-skipped",
                    "count",
                    batch.skipped().size(),
                    "first",
                    batch.skipped().getFirst());
        }
        result.failures().forEach((order, failure) -> log.error("order-not-written", failure, "order", order.order()));
        if (result.rejected() > 0) {
            log.warn("changes-rejected", "count", result.rejected());
        }
        new BatchAnswer(batch.toBeTriedAgain(result)).writeTo(answer);
    }
}
