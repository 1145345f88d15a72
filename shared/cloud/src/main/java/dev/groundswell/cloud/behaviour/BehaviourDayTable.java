package dev.groundswell.cloud.behaviour;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourDays;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.behaviour.EventSketch;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Behaviour in the table {@code Orders}: an item {@code behaviour#yyyy-MM-dd} per buyer and day, beside the orders. Its
 * events are a set of strings, so that adding one again changes nothing, and wakes nobody.
 */
public final class BehaviourDayTable implements BehaviourDays {

    /** What the sort keys of these items begin with; no other item's does. */
    public static final String PREFIX = "behaviour#";

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String EVENTS = "events";
    private static final String BEYOND = "beyond";

    /** Whoever writes a full day at the same time may be quicker again and again, but not this often. */
    private static final int MAX_ATTEMPTS = 20;

    private final DynamoDbClient client;
    private final String table;

    public BehaviourDayTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void add(StoreId store, BuyerId buyer, LocalDate day, Collection<BehaviourEvent> events) {
        var key = Map.of(
                PK, AttributeValue.fromS(BuyerPartitions.key(store, buyer)), SK, AttributeValue.fromS(PREFIX + day));
        if (!addIfRoom(key, texts(events))) {
            addToFullDay(key, buyer, events);
        }
    }

    /** The day that an item of these holds. */
    public static BehaviourDay day(BuyerId buyer, Map<String, AttributeValue> attributes) {
        var item = new Item(attributes);
        return new BehaviourDay(
                LocalDate.parse(item.text(SK).substring(PREFIX.length())),
                item.textSet(EVENTS).stream()
                        .map(text -> EventText.read(buyer, text))
                        .toList(),
                item.has(BEYOND) ? EventSketch.ofBytes(item.bytes(BEYOND)) : EventSketch.empty());
    }

    /** One write, as long as the day cannot become too full by it. */
    private boolean addIfRoom(Map<String, AttributeValue> key, Set<String> events) {
        if (events.size() > BehaviourDay.MAX_EVENTS) {
            return false;
        }
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(key)
                    .updateExpression("ADD events :events")
                    .conditionExpression("attribute_not_exists(events)"
                            + " OR (size(events) <= :room AND attribute_not_exists(beyond))")
                    .expressionAttributeValues(Map.of(
                            ":events", set(events),
                            ":room", AttributeValue.fromN(Integer.toString(BehaviourDay.MAX_EVENTS - events.size())))));
            return true;
        } catch (ConditionalCheckFailedException tooFull) {
            return false;
        }
    }

    private void addToFullDay(Map<String, AttributeValue> key, BuyerId buyer, Collection<BehaviourEvent> events) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (tryAddToFullDay(key, buyer, events)) {
                return;
            }
        }
        throw new IllegalStateException("Other writers of " + new Item(key).text(SK) + " of this buyer were quicker "
                + MAX_ATTEMPTS + " times in a row.");
    }

    /** Read, add, write if nobody else has meanwhile. */
    private boolean tryAddToFullDay(Map<String, AttributeValue> key, BuyerId buyer, Collection<BehaviourEvent> events) {
        var found = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        var before = found.hasItem()
                ? day(buyer, found.item())
                : BehaviourDay.empty(LocalDate.parse(new Item(key).text(SK).substring(PREFIX.length())));
        var after = before.with(events);
        if (isSame(before, after)) {
            return true;
        }
        var item = new HashMap<>(key);
        item.put(EVENTS, set(texts(after.events())));
        if (!after.beyond().isEmpty()) {
            item.put(
                    BEYOND,
                    AttributeValue.fromB(
                            SdkBytes.fromByteArrayUnsafe(after.beyond().toBytes())));
        }
        return putIfAsRead(item, found.hasItem() ? found.item() : Map.of());
    }

    private boolean putIfAsRead(Map<String, AttributeValue> item, Map<String, AttributeValue> read) {
        var values = new HashMap<String, AttributeValue>();
        var condition = List.of(EVENTS, BEYOND).stream()
                .map(name -> {
                    if (!read.containsKey(name)) {
                        return "attribute_not_exists(" + name + ")";
                    }
                    values.put(":" + name, read.get(name));
                    return name + " = :" + name;
                })
                .collect(Collectors.joining(" AND "));
        try {
            client.putItem(put -> {
                put.tableName(table).item(item).conditionExpression(condition);
                if (!values.isEmpty()) {
                    put.expressionAttributeValues(values);
                }
            });
            return true;
        } catch (ConditionalCheckFailedException somebodyElseWas) {
            return false;
        }
    }

    private static boolean isSame(BehaviourDay one, BehaviourDay other) {
        return one.events().equals(other.events())
                && Arrays.equals(one.beyond().toBytes(), other.beyond().toBytes());
    }

    private static Set<String> texts(Collection<BehaviourEvent> events) {
        return events.stream().map(EventText::write).collect(Collectors.toSet());
    }

    private static AttributeValue set(Set<String> events) {
        return AttributeValue.fromSs(List.copyOf(events));
    }
}
