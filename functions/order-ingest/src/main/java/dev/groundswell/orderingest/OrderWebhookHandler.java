package dev.groundswell.orderingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.order.OrderChangeQueue;
import dev.groundswell.cloud.order.PlatformOrderQueue;
import dev.groundswell.cloud.webhook.SignedBatches;
import dev.groundswell.cloud.webhook.SignedRequests;
import dev.groundswell.cloud.webhook.WebhookDeliveryTable;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.orderingest.platform.PlatformWebhook;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST /orders} and the webhooks of platforms: puts what is signed on the queue and answers at once. Nothing is read of
 * it here; that is {@link OrderIngestHandler}'s.
 */
public final class OrderWebhookHandler implements RequestStreamHandler {

    private static final SignedBatches.Kind CHANGES = new SignedBatches.Kind("order change", "changes");

    private final SignedBatches<StoreId> orders;
    private final PlatformWebhook platforms;

    public OrderWebhookHandler() {
        this(FunctionEnvironment.current());
    }

    OrderWebhookHandler(FunctionEnvironment environment) {
        var time = environment.time();
        var sqs = environment.clients().sqs();
        var queue = environment.require("ORDER_CHANGES_QUEUE");
        var signatures = SignedRequests.signatures(environment);
        var changes = new OrderChangeQueue(sqs, queue);
        this.orders = new SignedBatches<>(
                SignedBatches.Door.ofStores(new SignedRequests(signatures, time)),
                CHANGES,
                (store, objects) -> changes.send(store, OrderSource.LIVE, objects));
        this.platforms = new PlatformWebhook(
                signatures,
                new WebhookDeliveryTable(
                        environment.clients().dynamoDb(), environment.require("WEBHOOK_DELIVERIES_TABLE"), time),
                new PlatformOrderQueue(sqs, queue),
                time);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var request = HttpRequest.read(event);
        var log = new FunctionLog(context.getLogger());
        SignedBatches.orUnavailable(() -> answer(request, log), log).writeTo(answer);
    }

    private HttpResponse answer(HttpRequest request, FunctionLog log) {
        return PlatformWebhook.takes(request) ? platforms.answer(request, log) : orders.answer(request, log);
    }
}
