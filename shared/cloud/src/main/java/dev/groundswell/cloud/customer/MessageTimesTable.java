package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.MessageTimes;
import dev.groundswell.core.customer.ReceivedMessages;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.FixedWidth;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * When messages last reached buyers, in the table {@code Orders}: an item {@code messages#SMS} or {@code messages#EMAIL} in the
 * buyer's partition. A note that is no news writes nothing, and wakes nobody: of the messages of one day, the first one told.
 */
public final class MessageTimesTable implements ReceivedMessages {

    /** What the sort keys of these items begin with; no other item's does. */
    public static final String PREFIX = "messages#";

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String RECEIVED = "lastReceivedAt";

    private final DynamoDbClient client;
    private final String table;

    public MessageTimesTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void received(Store store, BuyerId buyer, Channel channel, Instant at) {
        var calendar = new StoreCalendar(store.zone());
        var day = calendar.granuleOf(Granularity.DAY, at);
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(Map.of(
                            PK, AttributeValue.fromS(BuyerPartitions.key(store.id(), buyer)),
                            SK, AttributeValue.fromS(PREFIX + channel)))
                    .updateExpression("SET #time = :at")
                    .conditionExpression(
                            "attribute_not_exists(#time) OR #time < :dayBegins OR (#time > :at AND #time < :dayEnds)")
                    .expressionAttributeNames(Map.of("#time", RECEIVED))
                    .expressionAttributeValues(Map.of(
                            ":at", time(at), ":dayBegins", time(day.start()), ":dayEnds", time(calendar.end(day)))));
        } catch (ConditionalCheckFailedException noNews) {
            // What is noted is of a later day, or of an earlier time of this one: nothing to do.
        }
    }

    private static AttributeValue time(Instant instant) {
        return AttributeValue.fromS(FixedWidth.format(instant));
    }

    /** The times that an item of these holds. */
    static MessageTimes times(Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return new MessageTimes(
                Channel.valueOf(item.text(SK).substring(PREFIX.length())), Instant.parse(item.text(RECEIVED)), null);
    }
}
