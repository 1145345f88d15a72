package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.BatchWrite;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.sweep.ReminderBatches;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.TimedId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Batches of reminders in the table {@code Reminders}: the partition {@code store|batches}, sorted by their ids, and so by time. */
public final class ReminderBatchTable implements ReminderBatches {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String AT = "at";
    private static final String RESERVED = "reserved";
    private static final String MESSAGES = "messages";

    private final DynamoDbClient client;
    private final String table;

    public ReminderBatchTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void add(StoreId store, Batch batch) {
        var item = new HashMap<>(key(store, batch.id()));
        item.put(AT, text(batch.at().toString()));
        item.put(RESERVED, number(batch.reserved()));
        item.put(
                MESSAGES,
                AttributeValue.fromM(batch.messages().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(), entry -> written(entry.getValue())))));
        client.putItem(put -> put.tableName(table).item(item));
    }

    @Override
    public Optional<Batch> find(StoreId store, String id) {
        var answer =
                client.getItem(get -> get.tableName(table).key(key(store, id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(batch(new Item(answer.item()))) : Optional.empty();
    }

    /** Ids of a second begin alike, so one of the last second may be of a later moment. */
    @Override
    public List<Batch> open(StoreId store, Instant until, int limit) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk AND sk < :end")
                        .expressionAttributeValues(Map.of(
                                ":pk", text(partition(store)),
                                ":end", text(TimedId.of(until.plusSeconds(1), 0))))
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> batch(new Item(item)))
                .filter(batch -> !batch.at().isAfter(until))
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(StoreId store, Collection<String> ids) {
        new BatchWrite(client, table)
                .delete(ids.stream().distinct().map(id -> key(store, id)).toList());
    }

    private static Batch batch(Item item) {
        var messages = new HashMap<MessageId, Entry>();
        item.find(MESSAGES)
                .map(AttributeValue::m)
                .orElse(Map.of())
                .forEach((id, entry) -> messages.put(MessageId.parse(id).orElseThrow(), entry(entry.l())));
        return new Batch(item.text(SK), Instant.parse(item.text(AT)), item.number(RESERVED), messages);
    }

    /** Buyer, order, phase, ordinal, parts. */
    private static AttributeValue written(Entry entry) {
        var reminder = entry.reminder();
        return AttributeValue.fromL(List.of(
                text(reminder.buyer().value()),
                text(reminder.order().value()),
                text(reminder.phase().name()),
                number(reminder.ordinal()),
                number(entry.parts())));
    }

    private static Entry entry(List<AttributeValue> values) {
        var reminder = new ReminderId(
                new BuyerId(values.get(0).s()),
                new OrderId(values.get(1).s()),
                Phase.valueOf(values.get(2).s()),
                Integer.parseInt(values.get(3).n()));
        return new Entry(reminder, Integer.parseInt(values.get(4).n()));
    }

    private static Map<String, AttributeValue> key(StoreId store, String id) {
        return Map.of(PK, text(partition(store)), SK, text(id));
    }

    private static String partition(StoreId store) {
        return store + "|batches";
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
