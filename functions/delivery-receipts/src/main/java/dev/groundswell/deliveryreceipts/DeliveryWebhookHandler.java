package dev.groundswell.deliveryreceipts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.message.receipt.DeliveryEventQueue;
import dev.groundswell.cloud.webhook.SignedBatches;
import dev.groundswell.cloud.webhook.SignedRequests;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST /receipts}: puts a batch of a supplier's receipts and people's answers on the queue and answers at once. The
 * supplier signs it with its own secret, which is good for nothing else.
 */
public final class DeliveryWebhookHandler implements RequestStreamHandler {

    private static final SignedBatches.Kind RECEIPTS = new SignedBatches.Kind("receipt", "receipts");

    private final SignedBatches<SignedRequests.Supplier> receipts;

    public DeliveryWebhookHandler() {
        this(FunctionEnvironment.current());
    }

    DeliveryWebhookHandler(FunctionEnvironment environment) {
        var queue = new DeliveryEventQueue(environment.clients().sqs(), environment.require("DELIVERY_EVENTS_QUEUE"));
        var requests = new SignedRequests(SignedRequests.signatures(environment), environment.time());
        this.receipts = new SignedBatches<>(
                SignedBatches.Door.ofProviders(requests),
                RECEIPTS,
                (supplier, events) -> queue.send(supplier.store(), supplier.provider(), events));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var request = HttpRequest.read(event);
        var log = new FunctionLog(context.getLogger());
        SignedBatches.orUnavailable(() -> receipts.answer(request, log), log).writeTo(answer);
    }
}
