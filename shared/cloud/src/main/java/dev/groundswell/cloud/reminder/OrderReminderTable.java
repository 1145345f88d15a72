package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.dynamodb.Transactions.Result;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The reminders of orders in the table {@code Orders}, in the buyer's partition: {@code order-reminders#<order>#<phase>}, read with
 * the orders, and {@code reminded#<scope>} for the slots that a buyer has taken.
 */
public final class OrderReminderTable implements Reminders {

    /** What their sort keys begin with: right behind those of orders, {@code order#…}. */
    public static final String PREFIX = "order-reminders#";

    private static final String SLOTS = "reminded#";
    private static final String IDS = "ids";

    /** As long as messages: whatever a slot is of is over by then. */
    private static final Duration SLOTS_KEPT = Duration.ofDays(400);

    /** While one is on its way, others are written; a page of a sweep takes a dozen rounds. */
    private static final int PUTS_AT_ONCE = 16;

    private static final String IS_NEXT = "revision = :before";
    private static final String IS_FIRST = "attribute_not_exists(pk)";
    private static final String HAS_ROOM = "attribute_not_exists(ids) OR size(ids) < :limit OR contains(ids, :id)";

    private final DynamoDbClient client;
    private final String table;
    private final Transactions transactions;
    private final InstantSource time;

    public OrderReminderTable(DynamoDbClient client, String table, Transactions transactions, InstantSource time) {
        this.client = client;
        this.table = table;
        this.transactions = transactions;
        this.time = time;
    }

    /** The reminders that an item holds whose sort key begins with {@link #PREFIX}. */
    public static OrderReminders reminders(BuyerId buyer, Map<String, AttributeValue> item) {
        return ReminderItem.read(buyer, new Item(item));
    }

    @Override
    public Map<OrderPhase, OrderReminders> find(StoreId store, Collection<OrderPhase> keys) {
        var found = new HashMap<OrderPhase, OrderReminders>();
        new BatchGet(client, table, true)
                .find(new LinkedHashSet<>(keys), key -> key(store, key), ReminderItem.PK, ReminderItem.SK)
                .forEach((key, item) -> found.put(key, reminders(key.buyer(), item)));
        return found;
    }

    @Override
    public Map<ReminderId, Chosen> choose(StoreId store, Collection<Choice> choices) {
        var chosen = new LinkedHashMap<ReminderId, Chosen>();
        var withoutSlots = new LinkedHashMap<ReminderId, OrderReminders>();
        var withSlots = new ArrayList<Choice>();
        for (var choice : choices) {
            if (choice.slots().isEmpty()) {
                withoutSlots.put(choice.id(), choice.reminders());
            } else {
                withSlots.add(choice);
            }
        }
        putEach(store, withoutSlots)
                .forEach((id, isPut) -> chosen.put(id, isPut ? new Chosen.Written() : new Chosen.Overtaken()));
        for (var round : Transactions.rounds(withSlots, choice -> choice.id().buyer())) {
            var groups = new LinkedHashMap<ReminderId, List<TransactWriteItem>>();
            var slots = new HashMap<ReminderId, List<Slot>>();
            round.forEach(choice -> {
                groups.put(choice.id(), actions(store, choice));
                slots.put(choice.id(), List.copyOf(choice.slots()));
            });
            transactions
                    .write(groups)
                    .forEach((id, result) -> chosen.put(id, chosen(result, slots.getOrDefault(id, List.of()))));
        }
        return chosen;
    }

    /** The first action is the reminders', the others are the slots'. Where others keep writing, they are quicker. */
    private static Chosen chosen(Result result, List<Slot> slots) {
        return switch (result) {
            case Result.Written() -> new Chosen.Written();
            case Result.Refused(var action, var _) ->
                action == 0 ? new Chosen.Overtaken() : new Chosen.Full(slots.get(action - 1));
            case Result.Busy() -> new Chosen.Overtaken();
        };
    }

    private List<TransactWriteItem> actions(StoreId store, Choice choice) {
        var actions = new ArrayList<TransactWriteItem>();
        actions.add(put(store, choice.reminders()));
        choice.slots().forEach(slot -> actions.add(take(store, choice.id(), slot)));
        return actions;
    }

    @Override
    public Collection<OrderPhase> save(
            StoreId store, Collection<OrderReminders> changed, Map<ReminderId, Collection<Slot>> freed) {
        var slots = freed.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.groupingBy(entry -> entry.getKey().orderPhase()));
        var alone = new LinkedHashMap<OrderPhase, OrderReminders>();
        var withSlots = new ArrayList<OrderReminders>();
        for (var reminders : changed) {
            if (slots.containsKey(reminders.orderPhase())) {
                withSlots.add(reminders);
            } else {
                alone.put(reminders.orderPhase(), reminders);
            }
        }
        var saved = new ArrayList<OrderPhase>();
        putEach(store, alone).forEach((key, isPut) -> {
            if (isPut) {
                saved.add(key);
            }
        });
        for (var round : Transactions.rounds(withSlots, OrderReminders::buyer)) {
            var groups = new LinkedHashMap<OrderPhase, List<TransactWriteItem>>();
            round.forEach(reminders -> groups.put(reminders.orderPhase(), actions(store, reminders, slots)));
            transactions.write(groups).forEach((key, result) -> {
                if (result instanceof Result.Written) {
                    saved.add(key);
                }
            });
        }
        return saved;
    }

    private List<TransactWriteItem> actions(
            StoreId store,
            OrderReminders reminders,
            Map<OrderPhase, List<Map.Entry<ReminderId, Collection<Slot>>>> freed) {
        var actions = new ArrayList<TransactWriteItem>();
        actions.add(put(store, reminders));
        freed.getOrDefault(reminders.orderPhase(), List.of())
                .forEach(entry -> entry.getValue().forEach(slot -> actions.add(free(store, entry.getKey(), slot))));
        return actions;
    }

    // ---- one item each: some at once, since a transaction would cost twice as much

    /** @return whether each was one revision behind */
    private <K> Map<K, Boolean> putEach(StoreId store, Map<K, OrderReminders> each) {
        var put = new LinkedHashMap<K, Boolean>();
        FanOut.over(each, PUTS_AT_ONCE, reminders -> isPut(store, reminders))
                .forEach((key, outcome) -> put.put(key, outcome.orThrow()));
        return put;
    }

    private boolean isPut(StoreId store, OrderReminders reminders) {
        var put = put(store, reminders).put();
        try {
            transactions.alone(() -> client.putItem(alone -> alone.tableName(put.tableName())
                    .item(put.item())
                    .conditionExpression(put.conditionExpression())
                    .expressionAttributeValues(
                            put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)));
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }

    // ---- with slots

    private TransactWriteItem put(StoreId store, OrderReminders reminders) {
        var item = new HashMap<>(key(store, reminders.orderPhase()));
        item.putAll(ReminderItem.write(reminders));
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(table).item(item);
                    if (reminders.revision() == 1) {
                        put.conditionExpression(IS_FIRST);
                    } else {
                        put.conditionExpression(IS_NEXT)
                                .expressionAttributeValues(Map.of(":before", number(reminders.revision() - 1)));
                    }
                })
                .build();
    }

    private TransactWriteItem take(StoreId store, ReminderId id, Slot slot) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(slotKey(store, id.buyer(), slot))
                        .updateExpression("ADD ids :ids SET expiresAt = :expiresAt")
                        .conditionExpression(HAS_ROOM)
                        .expressionAttributeValues(Map.of(
                                ":" + IDS,
                                AttributeValue.fromSs(List.of(idOf(id))),
                                ":id",
                                text(idOf(id)),
                                ":limit",
                                number(slot.limit()),
                                ":expiresAt",
                                number(time.instant().plus(SLOTS_KEPT).getEpochSecond()))))
                .build();
    }

    private TransactWriteItem free(StoreId store, ReminderId id, Slot slot) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(slotKey(store, id.buyer(), slot))
                        .updateExpression("DELETE ids :ids")
                        .expressionAttributeValues(Map.of(":" + IDS, AttributeValue.fromSs(List.of(idOf(id))))))
                .build();
    }

    private static String idOf(ReminderId id) {
        return id.order() + "/" + id.phase() + "/" + id.ordinal();
    }

    private static Map<String, AttributeValue> key(StoreId store, OrderPhase key) {
        return Map.of(
                ReminderItem.PK, text(BuyerPartitions.key(store, key.buyer())),
                ReminderItem.SK, text(PREFIX + key.order() + "#" + key.phase()));
    }

    private static Map<String, AttributeValue> slotKey(StoreId store, BuyerId buyer, Slot slot) {
        return Map.of(
                ReminderItem.PK, text(BuyerPartitions.key(store, buyer)), ReminderItem.SK, text(SLOTS + slot.scope()));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
