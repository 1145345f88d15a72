package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The item {@code order-reminders#first} of a buyer: the reminders of those orders that were reminded of first, each an attribute
 * {@code <order>#<phase>}, and which reminder has the buyer's latest day. So that a first reminder and its day are one write. What
 * it holds stays in it, and when it is full it stays full: so nobody misses what is moved while he reads.
 */
record FirstReminders(BuyerId buyer, Item item) {

    static final String SK = OrderReminderTable.PREFIX + "first";

    /** As many as mostly fit in a kilobyte with the day: few buyers leave more orders unpaid. */
    static final int ROOM = 2;

    private static final String SEPARATOR = "#";
    private static final String HELD = "held";
    private static final String DAY = "day";
    private static final String DAY_OF = "dayOf";

    private static final String IS_FIRST =
            "attribute_not_exists(#entry) AND (attribute_not_exists(held) OR held < :room)";
    private static final String IS_NEXT = "#entry.revision = :before";
    private static final String DAY_IS_FREE = "(attribute_not_exists(#day) OR #day < :day OR dayOf = :id)";

    // ---- what it holds

    /** All of them, by order and phase. */
    List<OrderReminders> all() {
        return item.attributes().keySet().stream()
                .filter(name -> name.contains(SEPARATOR))
                .sorted()
                .map(this::entry)
                .toList();
    }

    Optional<OrderReminders> find(OrderPhase phase) {
        return Optional.of(name(phase)).filter(item::has).map(this::entry);
    }

    /** Whether they are in here, or go in here as the first that is kept of their order. */
    boolean isPlaceOf(OrderReminders reminders) {
        return find(reminders.orderPhase()).isPresent() || (reminders.revision() == 1 && !isFull());
    }

    boolean isFull() {
        return item.numberOrZero(HELD) >= ROOM;
    }

    /** Whether those are the next revision of what is in here. */
    boolean isBefore(OrderReminders reminders) {
        return find(reminders.orderPhase()).map(OrderReminders::revision).orElse(0L) + 1 == reminders.revision();
    }

    /** Whether one of these has the day. */
    boolean hasDayOf(Collection<ReminderId> ids) {
        return item.has(DAY_OF) && ids.stream().map(ReminderItem::text).anyMatch(item.text(DAY_OF)::equals);
    }

    private OrderReminders entry(String name) {
        return ReminderItem.read(buyer, new Item(item.find(name).orElseThrow().m()));
    }

    // ---- changes

    /** A change of the item of one buyer, whole or not at all; whoever is refused is told what is there. */
    static final class Change {

        private final Map<String, AttributeValue> key;
        private final List<String> conditions = new ArrayList<>();
        private final List<String> set = new ArrayList<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, AttributeValue> values = new HashMap<>();
        private String others = "";

        Change(StoreId store, BuyerId buyer) {
            this.key = key(store, buyer);
        }

        /** Holds the next revision of those, which are in here or, if they are the first of their order, have room. */
        Change hold(OrderReminders reminders) {
            names.put("#entry", name(reminders.orderPhase()));
            values.put(":entry", AttributeValue.fromM(ReminderItem.write(reminders)));
            set.add("#entry = :entry");
            if (reminders.revision() == 1) {
                conditions.add(IS_FIRST);
                values.put(":room", number(ROOM));
                values.put(":one", number(1));
                others += " ADD held :one";
            } else {
                conditions.add(IS_NEXT);
                values.put(":before", number(reminders.revision() - 1));
            }
            return this;
        }

        /** Gives the reminder a day, if none has it or a later one. */
        Change takeDay(ReminderId id, LocalDate day) {
            conditions.add(DAY_IS_FREE);
            set.add("#day = :day");
            set.add("dayOf = :id");
            names.put("#day", DAY);
            values.put(":day", AttributeValue.fromS(day.toString()));
            values.put(":id", AttributeValue.fromS(ReminderItem.text(id)));
            return this;
        }

        /** Takes the day from whichever of these has it. */
        Change freeDay(Collection<ReminderId> ids) {
            var has = new ArrayList<String>();
            for (var id : ids) {
                var name = ":id" + has.size();
                has.add(name);
                values.put(name, AttributeValue.fromS(ReminderItem.text(id)));
            }
            conditions.add("dayOf IN (" + String.join(", ", has) + ")");
            names.put("#day", DAY);
            others += " REMOVE #day, dayOf";
            return this;
        }

        boolean isEmpty() {
            return conditions.isEmpty();
        }

        TransactWriteItem in(String table) {
            var update = Update.builder()
                    .tableName(table)
                    .key(key)
                    .updateExpression((set.isEmpty() ? "" : "SET " + String.join(", ", set)) + others)
                    .conditionExpression(String.join(" AND ", conditions))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
            return TransactWriteItem.builder().update(update.build()).build();
        }
    }

    static Map<String, AttributeValue> key(StoreId store, BuyerId buyer) {
        return ReminderItem.key(store, buyer, SK);
    }

    private static String name(OrderPhase phase) {
        return phase.order() + SEPARATOR + phase.phase();
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
