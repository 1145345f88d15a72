package dev.groundswell.cloud.reminder;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.reminder.ReminderWrites.Use;
import dev.groundswell.cloud.reminder.ReminderWrites.Write;
import dev.groundswell.cloud.reminder.ReminderWrites.Writing;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The reminders of orders in the table {@code Orders}, in the buyer's partition, read with the orders: those of the first orders
 * in {@code order-reminders#first}, with the buyer's day, those of later ones in {@code order-reminders#<order>#<phase>}. What
 * tasks have room for is in {@code reminded#<task>}.
 */
public final class OrderReminderTable implements Reminders {

    /** What their sort keys begin with: right behind those of orders, {@code order#…}. */
    public static final String PREFIX = "order-reminders#";

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
    public static List<OrderReminders> reminders(BuyerId buyer, Map<String, AttributeValue> item) {
        return new Item(item).text(ReminderItem.SK).equals(FirstReminders.SK)
                ? new FirstReminders(buyer, new Item(item)).all()
                : List.of(ReminderItem.read(buyer, new Item(item)));
    }

    // ---- reading

    @Override
    public Map<OrderPhase, OrderReminders> find(StoreId store, Collection<OrderPhase> keys) {
        var firsts = firsts(store, keys.stream().map(OrderPhase::buyer).collect(toSet()));
        var found = new HashMap<OrderPhase, OrderReminders>();
        var elsewhere = new HashSet<OrderPhase>();
        for (var key : keys) {
            var first = firsts.get(key.buyer());
            if (first != null) {
                first.find(key).ifPresent(reminders -> found.put(key, reminders));
                if (first.isFull() && !found.containsKey(key)) {
                    elsewhere.add(key);
                }
            }
        }
        if (!elsewhere.isEmpty()) {
            reading()
                    .find(elsewhere, key -> ReminderItem.key(store, key), ReminderItem.PK, ReminderItem.SK)
                    .forEach((key, item) -> found.put(key, ReminderItem.read(key.buyer(), new Item(item))));
        }
        return found;
    }

    private Map<BuyerId, FirstReminders> firsts(StoreId store, Collection<BuyerId> buyers) {
        var firsts = new HashMap<BuyerId, FirstReminders>();
        reading()
                .find(
                        new HashSet<>(buyers),
                        buyer -> FirstReminders.key(store, buyer),
                        ReminderItem.PK,
                        ReminderItem.SK)
                .forEach((buyer, item) -> firsts.put(buyer, new FirstReminders(buyer, new Item(item))));
        return firsts;
    }

    private BatchGet reading() {
        return new BatchGet(client, table, true);
    }

    // ---- writing

    /** All in transactions, though most are one item: they come by the hundred, and a hundred requests take longer than one. */
    @Override
    public Map<ReminderId, Chosen> choose(StoreId store, Collection<Choice> choices) {
        var writes = new LinkedHashMap<ReminderId, Write>();
        for (var choice : choices) {
            var taken = choice.slots().stream()
                    .map(slot -> new Use(choice.id(), slot))
                    .toList();
            writes.put(choice.id(), new Write(choice.reminders(), taken, List.of()));
        }
        return this.<ReminderId>writes(store, transactions::write).write(writes);
    }

    @Override
    public Collection<OrderPhase> save(
            StoreId store, Collection<OrderReminders> changed, Map<ReminderId, Collection<Slot>> freed) {
        var uses = freed.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(slot -> new Use(entry.getKey(), slot)))
                .collect(groupingBy(use -> use.id().orderPhase()));
        var writes = new LinkedHashMap<OrderPhase, Write>();
        changed.forEach(reminders -> {
            var key = reminders.orderPhase();
            writes.put(key, new Write(reminders, List.of(), uses.getOrDefault(key, List.of())));
        });
        return this.<OrderPhase>writes(store, transactions::writeAtLeastCost).write(writes).entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Chosen.Written)
                .map(Map.Entry::getKey)
                .toList();
    }

    private <K> ReminderWrites<K> writes(StoreId store, Writing writing) {
        return new ReminderWrites<>(writing, table, store, time.instant());
    }
}
