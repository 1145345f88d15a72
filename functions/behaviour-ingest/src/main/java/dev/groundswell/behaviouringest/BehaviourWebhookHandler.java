package dev.groundswell.behaviouringest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.behaviour.BehaviourEventQueue;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.webhook.SignedBatches;
import dev.groundswell.cloud.webhook.SignedRequests;
import dev.groundswell.core.store.StoreId;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /events}: puts a signed batch of behaviour events on the queue and answers at once. */
public final class BehaviourWebhookHandler implements RequestStreamHandler {

    private static final SignedBatches.Kind EVENTS = new SignedBatches.Kind("event", "events");

    private final SignedBatches<StoreId> events;

    public BehaviourWebhookHandler() {
        this(FunctionEnvironment.current());
    }

    BehaviourWebhookHandler(FunctionEnvironment environment) {
        var queue = new BehaviourEventQueue(environment.clients().sqs(), environment.require("BEHAVIOUR_EVENTS_QUEUE"));
        var requests = new SignedRequests(SignedRequests.signatures(environment), environment.time());
        this.events = new SignedBatches<>(SignedBatches.Door.ofStores(requests), EVENTS, queue::send);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var request = HttpRequest.read(event);
        var log = new FunctionLog(context.getLogger());
        SignedBatches.orUnavailable(() -> events.answer(request, log), log).writeTo(answer);
    }
}
