package dev.groundswell.cloud.webhook;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.webhook.DeliveryMark;
import dev.groundswell.core.webhook.WebhookDeliveries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table {@code WebhookDeliveries}: one item per mark, {@code store|platform|id#…} or {@code store|platform|body#…}. */
public final class WebhookDeliveryTable implements WebhookDeliveries {

    /**
     * Longer than a platform repeats a delivery: Shopify did for two days, and does for four hours now. What is
     * sent again later than this is taken in again, and loses against the order's latest snapshot.
     */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final String PK = "pk";
    private static final String EXPIRES_AT = "expiresAt";

    private final DynamoDbClient client;
    private final String table;
    private final BatchGet get;
    private final InstantSource time;

    public WebhookDeliveryTable(DynamoDbClient client, String table, InstantSource time) {
        this.client = client;
        this.table = table;
        this.get = new BatchGet(client, table);
        this.time = time;
    }

    /** DynamoDB deletes an item some time after it has expired; it counts until then. */
    @Override
    public boolean isKnown(StoreId store, Platform platform, Set<DeliveryMark> marks) {
        return !get.find(marks, mark -> key(store, platform, mark), PK).isEmpty();
    }

    @Override
    public void remember(StoreId store, Platform platform, Set<DeliveryMark> marks) {
        var expiresAt = AttributeValue.fromN(
                Long.toString(time.instant().plus(REMEMBERED).getEpochSecond()));
        marks.forEach(mark -> client.putItem(put ->
                put.tableName(table).item(Map.of(PK, key(store, platform, mark).get(PK), EXPIRES_AT, expiresAt))));
    }

    private static Map<String, AttributeValue> key(StoreId store, Platform platform, DeliveryMark mark) {
        return Map.of(PK, AttributeValue.fromS(store + "|" + platform + "|" + mark.value()));
    }
}
