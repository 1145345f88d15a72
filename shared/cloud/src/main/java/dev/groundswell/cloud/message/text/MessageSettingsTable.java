package dev.groundswell.cloud.message.text;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Settings in the table {@code Channels}: partition {@code store}, item {@code settings#messages}. */
public final class MessageSettingsTable implements MessageSettingsStore {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String MESSAGES = "settings#messages";

    private final DynamoDbClient client;
    private final String table;

    public MessageSettingsTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public MessageSettings find(StoreId store) {
        var answer = client.getItem(get -> get.tableName(table).key(key(store)).consistentRead(true));
        return answer.hasItem() ? MessageSettingsItem.read(new Item(answer.item())) : MessageSettings.OF_THE_PRODUCT;
    }

    @Override
    public boolean save(StoreId store, MessageSettings settings) {
        var item = new HashMap<>(MessageSettingsItem.write(settings));
        item.putAll(key(store));
        try {
            client.putItem(put -> {
                put.tableName(table).item(item);
                if (settings.revision() == 1) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression(MessageSettingsItem.REVISION + " = :before")
                            .expressionAttributeValues(
                                    Map.of(":before", AttributeValue.fromN(Long.toString(settings.revision() - 1))));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException anotherIsKept) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(StoreId store) {
        return Map.of(PK, AttributeValue.fromS(store.value()), SK, AttributeValue.fromS(MESSAGES));
    }
}
