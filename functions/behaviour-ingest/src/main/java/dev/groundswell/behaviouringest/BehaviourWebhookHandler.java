package dev.groundswell.behaviouringest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.behaviour.BehaviourEventQueue;
import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.cloud.event.HttpResponse;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.webhook.SignedRequests;
import dev.groundswell.core.store.StoreSecrets;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /events}: puts a signed batch of behaviour events on the queue and answers at once. */
public final class BehaviourWebhookHandler implements RequestStreamHandler {

    private final BehaviourWebhook webhook;

    public BehaviourWebhookHandler() {
        this(FunctionEnvironment.current());
    }

    BehaviourWebhookHandler(FunctionEnvironment environment) {
        this.webhook = new BehaviourWebhook(
                new SignedRequests(SignedRequests.signatures(environment), environment.time()),
                new BehaviourEventQueue(environment.clients().sqs(), environment.require("BEHAVIOUR_EVENTS_QUEUE")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        answer(HttpRequest.read(event), new FunctionLog(context.getLogger())).writeTo(answer);
    }

    private HttpResponse answer(HttpRequest request, FunctionLog log) {
        try {
            return webhook.answer(request, log);
        } catch (StoreSecrets.UnavailableException unavailable) {
            log.error("secrets-unavailable", unavailable);
            return HttpResponse.json(503, "{\"message\":\"Send it again: nothing can be verified now.\"}");
        }
    }
}
