package dev.groundswell.cloud.reminder;

import dev.groundswell.core.reminder.sweep.ShardLeases;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Who goes on with which shard, in the table {@code Reminders}: {@code store|workers}, an item for each shard. */
public final class ShardLeaseTable implements ShardLeases {

    private static final String IS_FREE =
            "attribute_not_exists(pk) OR #owner = :owner OR #until <= :now OR #until > :until";
    private static final String IS_MINE = "#owner = :owner";

    private final DynamoDbClient client;
    private final String table;

    public ShardLeaseTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public boolean take(StoreId store, int shard, String owner, Instant now, Instant until) {
        var item = new HashMap<>(key(store, shard));
        item.put("owner", text(owner));
        item.put("until", time(until));
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression(IS_FREE)
                    .expressionAttributeNames(Map.of("#owner", "owner", "#until", "until"))
                    .expressionAttributeValues(
                            Map.of(":owner", text(owner), ":now", time(now), ":until", time(until))));
            return true;
        } catch (ConditionalCheckFailedException anothers) {
            return false;
        }
    }

    @Override
    public void release(StoreId store, int shard, String owner) {
        try {
            client.deleteItem(delete -> delete.tableName(table)
                    .key(key(store, shard))
                    .conditionExpression(IS_MINE)
                    .expressionAttributeNames(Map.of("#owner", "owner"))
                    .expressionAttributeValues(Map.of(":owner", text(owner))));
        } catch (ConditionalCheckFailedException anothers) {
            // Its time was over, and somebody else has it.
        }
    }

    private static Map<String, AttributeValue> key(StoreId store, int shard) {
        return Map.of("pk", text(store + "|workers"), "sk", text(Integer.toString(shard)));
    }

    private static AttributeValue time(Instant instant) {
        return text(FixedWidth.format(instant));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
