package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.BatchWrite;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Wake-ups in the table {@code Reminders}: the partition {@code store|pending#3} of each shard, sorted by when they are due. The
 * shard's mark sorts before all of them, so that the one query for what is due tells it too.
 */
public final class WakeUpTable implements WakeUps {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String BUYER = "buyer";
    private static final String ORDER = "order";
    private static final String ROUND = "round";
    private static final String DUE = "due";
    private static final String TOKEN = "token";
    private static final String REVISION = "revision";

    private static final String MARK = "!mark";

    /** Sorts behind the separator of keys, and so behind all that is due at an instant. */
    private static final String AFTER_SEPARATOR = "$";

    private static final String NOTHING = "";

    private final DynamoDbClient client;
    private final String table;

    public WakeUpTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Page due(StoreId store, int shard, Instant until, Optional<WakeUp> after, int limit) {
        var marked = after.map(_ -> mark(store, shard));
        var items = read(store, shard, until, after, limit + 1);
        var mark = marked.or(() ->
                        items.stream().filter(WakeUpTable::isMark).findFirst().map(WakeUpTable::mark))
                .orElse(Mark.NONE);
        return new Page(
                mark,
                items.stream()
                        .filter(item -> !isMark(item))
                        .limit(limit)
                        .map(WakeUpTable::wakeUp)
                        .toList());
    }

    private static boolean isMark(Item item) {
        return item.text(SK).equals(MARK);
    }

    @Override
    public void put(StoreId store, Collection<WakeUp> wakeUps) {
        var byKey = new LinkedHashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        wakeUps.forEach(wakeUp -> byKey.put(key(store, wakeUp), item(store, wakeUp)));
        new BatchWrite(client, table).put(byKey.values());
    }

    @Override
    public void delete(StoreId store, Collection<WakeUp> wakeUps) {
        var keys = new LinkedHashSet<Map<String, AttributeValue>>();
        wakeUps.forEach(wakeUp -> keys.add(key(store, wakeUp)));
        new BatchWrite(client, table).delete(keys);
    }

    @Override
    public boolean mark(StoreId store, int shard, Mark before, Mark after) {
        var item = new HashMap<>(key(store, shard, MARK));
        item.put(REVISION, AttributeValue.fromN(Long.toString(after.revision())));
        after.upTo().ifPresent(wakeUp -> item.putAll(attributes(wakeUp)));
        try {
            client.putItem(put -> {
                put.tableName(table).item(item);
                if (before.equals(Mark.NONE)) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression("revision = :revision AND "
                                    + before.upTo()
                                            .map(_ -> "#due = :due AND #order = :order AND #round = :round AND"
                                                    + " #token = :token")
                                            .orElse("attribute_not_exists(#due)"))
                            .expressionAttributeNames(names(before))
                            .expressionAttributeValues(values(before));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException anotherIsThere) {
            return false;
        }
    }

    private static Map<String, String> names(Mark before) {
        return before.upTo().isPresent()
                ? Map.of("#due", DUE, "#order", ORDER, "#round", ROUND, "#token", TOKEN)
                : Map.of("#due", DUE);
    }

    private static Map<String, AttributeValue> values(Mark before) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":revision", AttributeValue.fromN(Long.toString(before.revision())));
        before.upTo().ifPresent(upTo -> {
            values.put(":due", text(FixedWidth.format(upTo.due())));
            values.put(":order", text(upTo.order().value()));
            values.put(":round", text(upTo.round().orElse(NOTHING)));
            values.put(":token", text(upTo.token()));
        });
        return values;
    }

    // ---- reading

    private List<Item> read(StoreId store, int shard, Instant until, Optional<WakeUp> after, int limit) {
        var query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND sk < :end")
                .expressionAttributeValues(Map.of(
                        ":pk", text(partition(store, shard)), ":end", text(FixedWidth.format(until) + AFTER_SEPARATOR)))
                .exclusiveStartKey(after.map(last -> key(store, last)).orElse(null))
                .limit(limit)
                .consistentRead(true)
                .build();
        return client.queryPaginator(query).items().stream()
                .limit(limit)
                .map(Item::new)
                .toList();
    }

    private Mark mark(StoreId store, int shard) {
        var answer = client.getItem(
                get -> get.tableName(table).key(key(store, shard, MARK)).consistentRead(true));
        return answer.hasItem() ? mark(new Item(answer.item())) : Mark.NONE;
    }

    private static Mark mark(Item item) {
        return new Mark(item.number(REVISION), item.has(DUE) ? Optional.of(wakeUp(item)) : Optional.empty());
    }

    private static WakeUp wakeUp(Item item) {
        return new WakeUp(
                Instant.parse(item.text(DUE)),
                new BuyerId(item.text(BUYER)),
                new OrderId(item.text(ORDER)),
                item.text(TOKEN),
                Optional.of(item.text(ROUND)).filter(round -> !round.isEmpty()));
    }

    // ---- writing

    private static Map<String, AttributeValue> item(StoreId store, WakeUp wakeUp) {
        var item = new HashMap<>(key(store, wakeUp));
        item.putAll(attributes(wakeUp));
        return item;
    }

    private static Map<String, AttributeValue> attributes(WakeUp wakeUp) {
        return Map.of(
                DUE, text(FixedWidth.format(wakeUp.due())),
                BUYER, text(wakeUp.buyer().value()),
                ORDER, text(wakeUp.order().value()),
                ROUND, text(wakeUp.round().orElse(NOTHING)),
                TOKEN, text(wakeUp.token()));
    }

    private static Map<String, AttributeValue> key(StoreId store, WakeUp wakeUp) {
        var sk = String.join(
                "#",
                FixedWidth.format(wakeUp.due()),
                wakeUp.order().value(),
                wakeUp.round().orElse(NOTHING),
                wakeUp.token());
        return key(store, WakeUps.shardOf(wakeUp.order()), sk);
    }

    private static Map<String, AttributeValue> key(StoreId store, int shard, String sk) {
        return Map.of(PK, text(partition(store, shard)), SK, text(sk));
    }

    private static String partition(StoreId store, int shard) {
        return store + "|pending#" + shard;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
