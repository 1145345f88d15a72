package dev.groundswell.orderingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.order.OrderChangeQueue;
import dev.groundswell.cloud.order.PlatformOrderQueue;
import dev.groundswell.cloud.webhook.SignedRequests;
import dev.groundswell.cloud.webhook.WebhookDeliveryTable;
import dev.groundswell.core.store.StoreSecrets;
import dev.groundswell.orderingest.platform.PlatformWebhook;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST /orders} and the webhooks of platforms: puts what is signed on the queue and answers at once. Nothing is read of
 * it here; that is {@link OrderIngestHandler}'s.
 */
public final class OrderWebhookHandler implements RequestStreamHandler {

    private final OrderWebhook orders;
    private final PlatformWebhook platforms;

    public OrderWebhookHandler() {
        this(FunctionEnvironment.current());
    }

    OrderWebhookHandler(FunctionEnvironment environment) {
        var time = environment.time();
        var sqs = environment.clients().sqs();
        var queue = environment.require("ORDER_CHANGES_QUEUE");
        var signatures = SignedRequests.signatures(environment);
        this.orders = new OrderWebhook(new SignedRequests(signatures, time), new OrderChangeQueue(sqs, queue));
        this.platforms = new PlatformWebhook(
                signatures,
                new WebhookDeliveryTable(
                        environment.clients().dynamoDb(), environment.require("WEBHOOK_DELIVERIES_TABLE"), time),
                new PlatformOrderQueue(sqs, queue),
                time);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        answer(HttpRequest.read(event), new FunctionLog(context.getLogger())).writeTo(answer);
    }

    private HttpResponse answer(HttpRequest request, FunctionLog log) {
        try {
            return PlatformWebhook.takes(request) ? platforms.answer(request, log) : orders.answer(request, log);
        } catch (StoreSecrets.UnavailableException unavailable) {
            log.error("secrets-unavailable", unavailable);
            return HttpResponse.json(503, "{\"message\":\"Send it again: nothing can be verified now.\"}");
        }
    }
}
