package dev.groundswell.orderingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.order.OrderChangeQueue;
import dev.groundswell.cloud.webhook.SignedRequests;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /orders}: puts a signed batch of order changes on the queue and answers at once. */
public final class OrderWebhookHandler implements RequestStreamHandler {

    private final OrderWebhook webhook;

    public OrderWebhookHandler() {
        this(FunctionEnvironment.current());
    }

    OrderWebhookHandler(FunctionEnvironment environment) {
        this.webhook = new OrderWebhook(
                new SignedRequests(SignedRequests.signatures(environment), environment.time()),
                new OrderChangeQueue(environment.clients().sqs(), environment.require("ORDER_CHANGES_QUEUE")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        webhook.answer(HttpRequest.read(event), new FunctionLog(context.getLogger()))
                .writeTo(answer);
    }
}
