package dev.groundswell.orderingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.webhook.SignedBatchContract;
import dev.groundswell.cloud.webhook.SignedBatches;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderWebhookHandlerTest extends SignedBatchContract {

    @BeforeAll
    static void createItsOwn() {
        aws.createTables("WebhookDeliveries");
        aws.createQueues("OrderChanges");
    }

    @Override
    protected RequestStreamHandler handler(FunctionEnvironment environment) {
        return new OrderWebhookHandler(environment);
    }

    @Override
    protected String queue() {
        return "OrderChanges";
    }

    @Override
    protected Map<String, String> variables() {
        return Map.of(
                "WEBHOOK_DELIVERIES_TABLE", aws.table("WebhookDeliveries"), "ORDER_CHANGES_QUEUE", aws.queue(queue()));
    }

    @Override
    protected String path() {
        return "/orders";
    }

    @Override
    protected SignedBatches.Kind kind() {
        return new SignedBatches.Kind("order change", "changes");
    }

    @Test
    void aSupplierOfMessagesCannotForgeOrders() {
        assertThat(statusOf("new secret of hall")).isEqualTo(401);
    }
}
