package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.customer.Erasures;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Erasures in the table {@code Orders}: an item {@code erased} in the buyer's partition, for good. */
public final class ErasureTable implements Erasures {

    /** The sort key. No other item's begins with it, and it lies where a buyer's history is read. */
    public static final String SORT_KEY = "erased";

    private static final String AT = "at";

    private final DynamoDbClient client;
    private final String table;

    public ErasureTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void erase(StoreId store, BuyerId buyer, Instant at, String by) {
        try {
            client.putItem(put -> put.tableName(table)
                    .item(Map.of(
                            "pk",
                            AttributeValue.fromS(BuyerPartitions.key(store, buyer)),
                            "sk",
                            AttributeValue.fromS(SORT_KEY),
                            AT,
                            AttributeValue.fromS(FixedWidth.format(at)),
                            "recordedBy",
                            AttributeValue.fromS(by)))
                    .conditionExpression("attribute_not_exists(#at) OR #at < :at")
                    .expressionAttributeNames(Map.of("#at", AT))
                    .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(FixedWidth.format(at)))));
        } catch (ConditionalCheckFailedException laterKnown) {
            // What is noted is as late or later: nothing to do.
        }
    }

    /** The instant of an item of these. */
    static Instant at(Map<String, AttributeValue> item) {
        return Instant.parse(new Item(item).text(AT));
    }
}
