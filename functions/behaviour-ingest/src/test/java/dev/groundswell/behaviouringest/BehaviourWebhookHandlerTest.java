package dev.groundswell.behaviouringest;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.webhook.SignedBatchContract;
import dev.groundswell.cloud.webhook.SignedBatches;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

class BehaviourWebhookHandlerTest extends SignedBatchContract {

    @BeforeAll
    static void createItsOwn() {
        aws.createQueues("BehaviourEvents");
    }

    @Override
    protected RequestStreamHandler handler(FunctionEnvironment environment) {
        return new BehaviourWebhookHandler(environment);
    }

    @Override
    protected String queue() {
        return "BehaviourEvents";
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of("BEHAVIOUR_EVENTS_QUEUE", aws.queue(queue()));
    }

    @Override
    protected String path() {
        return "/events";
    }

    @Override
    protected SignedBatches.Kind kind() {
        return new SignedBatches.Kind("event", "events");
    }
}
