package dev.groundswell.cloud.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.webhook.DeliveryMark;
import dev.groundswell.core.webhook.WebhookDeliveries;
import dev.groundswell.core.webhook.WebhookDeliveriesContract;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class WebhookDeliveryTableTest extends WebhookDeliveriesContract {

    private static final Instant NOW = Instant.parse("2026-06-18T00:00:00Z");
    private static final Set<DeliveryMark> MARKS =
            Set.of(DeliveryMark.ofId("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"), DeliveryMark.ofBody(new byte[] {1}));

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    @BeforeAll
    static void createTables() {
        aws.createTables("WebhookDeliveries");
    }

    @Override
    protected WebhookDeliveries deliveries() {
        return table(aws.clients().dynamoDb());
    }

    private static WebhookDeliveryTable table(DynamoDbClient client) {
        return new WebhookDeliveryTable(client, aws.table("WebhookDeliveries"), () -> NOW);
    }

    @Test
    void aDeliveryIsForgottenAfterAWeek() {
        deliveries().remember(new StoreId("week"), Platform.TAOBAO, Set.of(DeliveryMark.ofId("7")));

        var item = aws.clients()
                .dynamoDb()
                .getItem(get -> get.tableName(aws.table("WebhookDeliveries"))
                        .key(Map.of("pk", AttributeValue.fromS("week|taobao|id#7"))))
                .item();
        assertThat(Objects.requireNonNull(item.get("expiresAt")).n())
                .isEqualTo(Long.toString(Instant.parse("2026-06-25T00:00:00Z").getEpochSecond()));
    }

    /**
     * The budget of docs/decisions/0010-webhooks.md, asked in the other order: DynamoDB Local takes nothing for items that
     * are not there, where AWS takes as much as for small ones.
     */
    @Test
    void aDeliveryWithAnIdCostsThreeRequestsOneReadUnitAndTwoWriteUnits() {
        var meter = new Meter(aws.clients().dynamoDb());
        var deliveries = table(meter.client());

        deliveries.remember(new StoreId("meter"), Platform.SHOPIFY, MARKS);
        deliveries.isKnown(new StoreId("meter"), Platform.SHOPIFY, MARKS);

        assertThat(meter.requests).containsExactly("PutItem 1.0", "PutItem 1.0", "BatchGetItem 1.0");
    }

    /** Asks for the consumed capacity of each call, and keeps it. */
    private static final class Meter {

        private final DynamoDbClient metered;
        private final List<String> requests = new ArrayList<>();

        Meter(DynamoDbClient metered) {
            this.metered = metered;
        }

        DynamoDbClient client() {
            InvocationHandler handler = (proxy, method, arguments) -> switch (arguments[0]) {
                case BatchGetItemRequest request -> batchGetItem(request);
                case PutItemRequest request -> putItem(request);
                default -> {
                    try {
                        yield InvocationHandler.invokeDefault(proxy, method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }
            };
            return (DynamoDbClient) Proxy.newProxyInstance(
                    DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
        }

        private BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            var answer = metered.batchGetItem(request.toBuilder()
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .build());
            requests.add("BatchGetItem " + answer.consumedCapacity().getFirst().capacityUnits());
            return answer;
        }

        private PutItemResponse putItem(PutItemRequest request) {
            var answer = metered.putItem(request.toBuilder()
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .build());
            requests.add("PutItem " + answer.consumedCapacity().capacityUnits());
            return answer;
        }
    }
}
