package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.json.JsonValues;
import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.ReminderTasks;
import dev.groundswell.core.reminder.task.TaskBook;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Reminder tasks in the table {@code Reminders}: the partition {@code store|tasks}, an item for each task, since mails are long, and
 * one for the book's revision, all of which are read together.
 */
public final class ReminderTaskTable implements ReminderTasks {

    private static final String PK = "pk";
    private static final String SK = "sk";
    private static final String TASK = "task";
    private static final String REVISION = "revision";

    /** Sorts before the tasks, whose ids begin with a digit. */
    private static final String BOOK = "!book";

    private final DynamoDbClient client;
    private final String table;

    public ReminderTaskTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public TaskBook read(StoreId store) {
        var revision = 0L;
        var tasks = new ArrayList<ReminderTask>();
        for (var item : items(store)) {
            if (item.text(SK).equals(BOOK)) {
                revision = item.number(REVISION);
            } else {
                tasks.add(ReminderTaskJson.read(JsonValues.read(item.text(TASK))));
            }
        }
        return new TaskBook(revision, tasks);
    }

    @Override
    public boolean save(StoreId store, TaskBook book) {
        var kept = new HashMap<String, String>();
        items(store).stream().filter(item -> item.has(TASK)).forEach(item -> kept.put(item.text(SK), item.text(TASK)));
        var actions = new ArrayList<TransactWriteItem>();
        actions.add(putBook(store, book.revision()));
        for (var task : book.tasks()) {
            var json = ReminderTaskJson.write(task).write();
            if (!json.equals(kept.remove(task.id().value()))) {
                actions.add(put(store, task.id().value(), Map.of(TASK, text(json))));
            }
        }
        kept.keySet().forEach(id -> actions.add(delete(store, id)));
        return write(actions);
    }

    /** Whoever read another book than the one that is kept wrote none of its tasks either. */
    private boolean write(List<TransactWriteItem> actions) {
        try {
            client.transactWriteItems(write -> write.transactItems(actions));
            return true;
        } catch (TransactionCanceledException canceled) {
            if (canceled.cancellationReasons().stream()
                    .noneMatch(reason -> "ConditionalCheckFailed".equals(reason.code())
                            || "TransactionConflict".equals(reason.code()))) {
                throw canceled;
            }
            return false;
        }
    }

    private List<Item> items(StoreId store) {
        return client
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(partition(store))))
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    private TransactWriteItem putBook(StoreId store, long revision) {
        var item = new HashMap<>(key(store, BOOK));
        item.put(REVISION, number(revision));
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(table).item(item);
                    if (revision == 1) {
                        put.conditionExpression("attribute_not_exists(pk)");
                    } else {
                        put.conditionExpression("revision = :before")
                                .expressionAttributeValues(Map.of(":before", number(revision - 1)));
                    }
                })
                .build();
    }

    private TransactWriteItem put(StoreId store, String id, Map<String, AttributeValue> attributes) {
        var item = new HashMap<>(key(store, id));
        item.putAll(attributes);
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    private TransactWriteItem delete(StoreId store, String id) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key(store, id)))
                .build();
    }

    private static Map<String, AttributeValue> key(StoreId store, String sk) {
        return Map.of(PK, text(partition(store)), SK, text(sk));
    }

    private static String partition(StoreId store) {
        return store + "|tasks";
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
