package dev.groundswell.deliveryreceipts;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.webhook.SignedBatchContract;
import dev.groundswell.cloud.webhook.SignedBatches;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

class DeliveryWebhookHandlerTest extends SignedBatchContract {

    @BeforeAll
    static void createItsOwn() {
        aws.createQueues("DeliveryEvents");
    }

    @Override
    protected RequestStreamHandler handler(FunctionEnvironment environment) {
        return new DeliveryWebhookHandler(environment);
    }

    @Override
    protected String queue() {
        return "DeliveryEvents";
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of("DELIVERY_EVENTS_QUEUE", aws.queue(queue()));
    }

    @Override
    protected String path() {
        return "/receipts";
    }

    @Override
    protected SignedBatches.Kind kind() {
        return new SignedBatches.Kind("receipt", "receipts");
    }
}
