package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.core.customer.ReceivedMessages;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * When messages last reached buyers, in the table {@code Orders}: an item {@code messages#SMS} or {@code messages#EMAIL} in the
 * buyer's partition. A note that is no news writes nothing, and wakes nobody.
 */
public final class MessageTimesTable implements ReceivedMessages {

    /** What the sort keys of these items begin with; no other item's does. */
    public static final String PREFIX = "messages#";

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String RECEIVED = "lastReceivedAt";
    private static final String CLICKED = "lastClickedAt";

    private final DynamoDbClient client;
    private final String table;

    public MessageTimesTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void received(StoreId store, BuyerId buyer, Channel channel, Instant at) {
        raise(store, buyer, channel, RECEIVED, at);
    }

    @Override
    public void clicked(StoreId store, BuyerId buyer, Channel channel, Instant at) {
        raise(store, buyer, channel, CLICKED, at);
    }

    /** The times that an item of these holds. */
    static MessageTimes times(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return new MessageTimes(
                Channel.valueOf(item.text(SK).substring(PREFIX.length())), time(item, RECEIVED), time(item, CLICKED));
    }

    private static @Nullable Instant time(Item item, String name) {
        return item.find(name).map(value -> Instant.parse(value.s())).orElse(null);
    }

    private void raise(StoreId store, BuyerId buyer, Channel channel, String name, Instant at) {
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(Map.of(
                            PK, AttributeValue.fromS(BuyerPartitions.key(store, buyer)),
                            SK, AttributeValue.fromS(PREFIX + channel)))
                    .updateExpression("SET #time = :at")
                    .conditionExpression("attribute_not_exists(#time) OR #time < :at")
                    .expressionAttributeNames(Map.of("#time", name))
                    .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(FixedWidth.format(at)))));
        } catch (ConditionalCheckFailedException noNews) {
            // What is noted is as late or later: nothing to do.
        }
    }
}
