package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.json.JsonValues;
import dev.groundswell.core.reminder.round.Round;
import dev.groundswell.core.reminder.round.RoundBook;
import dev.groundswell.core.reminder.sweep.Rounds;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.TaskId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Rounds of reminders in the table {@code Reminders}: the partition {@code store|rounds}, sorted by their ids, and so by time. */
public final class RoundTable implements RoundBook, Rounds {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String TERMS = "terms";
    private static final String AT = "at";
    private static final String BY = "by";
    private static final String ORDERS = "orders";

    private final DynamoDbClient client;
    private final String table;

    public RoundTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Round add(StoreId store, Round round) {
        try {
            client.putItem(put ->
                    put.tableName(table).item(item(store, round)).conditionExpression("attribute_not_exists(pk)"));
            return round;
        } catch (ConditionalCheckFailedException addedBefore) {
            return find(store, round.id()).orElseThrow();
        }
    }

    @Override
    public Optional<Round> find(StoreId store, TaskId id) {
        var answer = client.getItem(
                get -> get.tableName(table).key(key(store, id.value())).consistentRead(true));
        return answer.hasItem() ? Optional.of(round(new Item(answer.item()))) : Optional.empty();
    }

    @Override
    public List<Round> newest(StoreId store, int limit) {
        return client
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(partition(store))))
                        .scanIndexForward(false)
                        .limit(limit)
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::new)
                .map(RoundTable::round)
                .toList();
    }

    @Override
    public Map<String, ReminderTask> find(StoreId store, Collection<String> ids) {
        return new BatchGet(client, table, true)
                .find(Set.copyOf(ids), id -> key(store, id), PK, SK).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> round(new Item(entry.getValue())).terms()));
    }

    private static Map<String, AttributeValue> item(StoreId store, Round round) {
        var item = new HashMap<>(key(store, round.id().value()));
        item.put(TERMS, text(ReminderTaskJson.write(round.terms()).write()));
        item.put(AT, text(round.at().toString()));
        item.put(BY, text(round.by()));
        item.put(ORDERS, AttributeValue.fromN(Integer.toString(round.orders())));
        return item;
    }

    private static Round round(Item item) {
        return new Round(
                ReminderTaskJson.read(JsonValues.read(item.text(TERMS))),
                Instant.parse(item.text(AT)),
                item.text(BY),
                (int) item.number(ORDERS));
    }

    private static Map<String, AttributeValue> key(StoreId store, String id) {
        return Map.of(PK, text(partition(store)), SK, text(id));
    }

    private static String partition(StoreId store) {
        return store + "|rounds";
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
