package dev.groundswell.deliveryreceipts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.webhook.SignedBatchContract;
import dev.groundswell.cloud.webhook.SignedBatches;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Override
    protected Map<String, String> signer() {
        return Map.of("x-groundswell-provider", "hall");
    }

    @Override
    protected String secret(String version) {
        return version + " of hall";
    }

    @Override
    protected String signers() {
        return "providers";
    }

    @Test
    void neitherAnotherSuppliersSecretNorTheStoresIsGoodHere() {
        assertThat(statusOf("new secret of mill")).isEqualTo(401);
        assertThat(statusOf("new secret")).isEqualTo(401);
        assertThat(statusOf("new secret of hall")).isEqualTo(202);
    }
}
