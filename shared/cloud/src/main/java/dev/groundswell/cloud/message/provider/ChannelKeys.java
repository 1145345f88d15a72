package dev.groundswell.cloud.message.provider;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.store.StoreId;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of the table {@code Channels}: partition {@code store}, sorted by {@code <what it is>#<which>}. */
final class ChannelKeys {

    private static final String PK = "pk";
    private static final String SK = "sk";

    /** When DynamoDB may forget an item, in seconds of Unix time. */
    static final String EXPIRES_AT = "expiresAt";

    private ChannelKeys() {}

    static Map<String, AttributeValue> key(StoreId store, String sortKey) {
        return Map.of(PK, AttributeValue.fromS(store.value()), SK, AttributeValue.fromS(sortKey));
    }

    /** What the item's sort key goes on with. */
    static String after(String prefix, Item item) {
        return item.text(SK).substring(prefix.length());
    }

    /** Every item of a kind, by its sort key, strongly consistent. */
    static Stream<Item> query(DynamoDbClient client, String table, StoreId store, String prefix) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(store.value()), ":prefix", AttributeValue.fromS(prefix)))
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::new);
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
