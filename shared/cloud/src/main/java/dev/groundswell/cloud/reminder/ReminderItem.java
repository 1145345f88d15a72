package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders.Slot;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The reminders of an order's phase as an item, or as a part of one: a list of maps, one for each reminder. */
final class ReminderItem {

    static final String PK = "pk";
    static final String SK = "sk";

    private static final String ORDER = "order";
    private static final String PHASE = "phase";
    private static final String REVISION = "revision";
    private static final String REMINDERS = "reminders";

    private static final String ORDINAL = "ordinal";
    private static final String TASK = "task";
    private static final String DUE = "due";
    private static final String AT = "at";
    private static final String DROPPED = "dropped";
    private static final String MESSAGE = "message";
    private static final String BATCH = "batch";
    private static final String AT_MOST = "atMost";
    private static final String ATTRIBUTION_SECONDS = "attributionSeconds";
    private static final String CLICKED = "clicked";
    private static final String STATE = "state";
    private static final String SINCE = "since";
    private static final String SENT = "sent";
    private static final String COST = "cost";

    private static final String SLOTS = "reminded#";

    private ReminderItem() {}

    // ---- keys

    /** Of an item of its own. */
    static Map<String, AttributeValue> key(StoreId store, OrderPhase phase) {
        return key(store, phase.buyer(), OrderReminderTable.PREFIX + phase.order() + "#" + phase.phase());
    }

    /** Of whose reminders of a task a buyer got. */
    static Map<String, AttributeValue> slotKey(StoreId store, BuyerId buyer, Slot.OfTask slot) {
        return key(store, buyer, SLOTS + slot.task());
    }

    static Map<String, AttributeValue> key(StoreId store, BuyerId buyer, String sortKey) {
        return Map.of(PK, text(BuyerPartitions.key(store, buyer)), SK, text(sortKey));
    }

    /** As what slots name a reminder of their buyer. */
    static String text(ReminderId id) {
        return id.order() + "/" + id.phase() + "/" + id.ordinal();
    }

    // ---- written

    static Map<String, AttributeValue> write(OrderReminders reminders) {
        return Map.of(
                ORDER, text(reminders.order().value()),
                PHASE, text(reminders.phase().name()),
                REVISION, number(reminders.revision()),
                REMINDERS,
                        AttributeValue.fromL(reminders.reminders().stream()
                                .map(reminder -> AttributeValue.fromM(write(reminder)))
                                .toList()));
    }

    private static Map<String, AttributeValue> write(Reminder reminder) {
        var fields = new HashMap<String, AttributeValue>();
        fields.put(ORDINAL, number(reminder.ordinal()));
        fields.put(TASK, text(reminder.task()));
        fields.put(DUE, time(reminder.due()));
        switch (reminder.fate()) {
            case Fate.Dropped(var at, var reason) -> {
                fields.put(AT, time(at));
                fields.put(DROPPED, text(reason.name()));
            }
            case Fate.Chosen chosen -> write(fields, chosen);
        }
        return fields;
    }

    private static void write(Map<String, AttributeValue> fields, Fate.Chosen chosen) {
        fields.put(AT, time(chosen.at()));
        fields.put(MESSAGE, text(chosen.message().toString()));
        fields.put(BATCH, text(chosen.batch()));
        fields.put(AT_MOST, number(chosen.atMost()));
        fields.put(ATTRIBUTION_SECONDS, number(chosen.attribution().toSeconds()));
        chosen.clicked().ifPresent(at -> fields.put(CLICKED, time(at)));
        chosen.news().ifPresent(news -> {
            fields.put(STATE, text(news.state().name()));
            fields.put(SINCE, time(news.at()));
            fields.put(COST, number(news.cost()));
            news.sentAt().ifPresent(at -> fields.put(SENT, time(at)));
        });
    }

    // ---- read

    static OrderReminders read(BuyerId buyer, Item item) {
        return new OrderReminders(
                buyer,
                new OrderId(item.text(ORDER)),
                Phase.valueOf(item.text(PHASE)),
                item.find(REMINDERS).map(AttributeValue::l).orElse(List.of()).stream()
                        .map(fields -> reminder(new Item(fields.m())))
                        .toList(),
                item.number(REVISION));
    }

    private static Reminder reminder(Item fields) {
        return new Reminder(
                (int) fields.number(ORDINAL),
                fields.text(TASK),
                Instant.parse(fields.text(DUE)),
                fields.has(DROPPED)
                        ? new Fate.Dropped(instant(fields, AT), DropReason.valueOf(fields.text(DROPPED)))
                        : chosen(fields));
    }

    private static Fate.Chosen chosen(Item fields) {
        return new Fate.Chosen(
                instant(fields, AT),
                MessageId.parse(fields.text(MESSAGE)).orElseThrow(),
                fields.text(BATCH),
                fields.number(AT_MOST),
                Duration.ofSeconds(fields.number(ATTRIBUTION_SECONDS)),
                fields.has(STATE) ? Optional.of(news(fields)) : Optional.empty(),
                instantOrNone(fields, CLICKED));
    }

    private static Fate.News news(Item fields) {
        return new Fate.News(
                MessageState.valueOf(fields.text(STATE)),
                instant(fields, SINCE),
                instantOrNone(fields, SENT),
                fields.number(COST));
    }

    private static Instant instant(Item fields, String name) {
        return Instant.parse(fields.text(name));
    }

    private static Optional<Instant> instantOrNone(Item fields, String name) {
        return fields.find(name).map(value -> Instant.parse(value.s()));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue time(Instant at) {
        return AttributeValue.fromS(at.toString());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
