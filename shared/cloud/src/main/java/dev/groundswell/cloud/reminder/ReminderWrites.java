package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.dynamodb.Transactions.Result;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders.Chosen;
import dev.groundswell.core.reminder.Reminders.Slot;
import dev.groundswell.core.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Writes of orders' reminders, each with its slots, all of it or nothing. First as if each were among its buyer's first; whoever is
 * told that something else is there writes the order's own item, or leaves a day that is not its own, and then comes no more.
 *
 * @param <K> tells them apart
 */
final class ReminderWrites<K> {

    /** As long as messages: no task is that old. */
    private static final Duration SLOTS_KEPT = Duration.ofDays(400);

    private static final String IS_NEXT = "revision = :before";
    private static final String IS_FIRST = "attribute_not_exists(pk)";
    private static final String HAS_ROOM = "attribute_not_exists(ids) OR size(ids) < :limit OR contains(ids, :id)";

    private final Writing writing;
    private final String table;
    private final StoreId store;
    private final Instant now;

    private final Map<K, Chosen> done = new LinkedHashMap<>();

    /** What is there instead, of those who were refused and try again. */
    private final Map<K, FirstReminders> known = new HashMap<>();

    /** Writes groups of actions, each whole or not at all; no two of them at one item. */
    interface Writing {

        <G> Map<G, Result> write(Map<G, List<TransactWriteItem>> groups);
    }

    record Use(ReminderId id, Slot slot) {}

    /** What is to be written of an order, with the slots that are taken or freed with it; of days one at most is taken. */
    record Write(OrderReminders reminders, List<Use> taken, List<Use> freed) {

        BuyerId buyer() {
            return reminders.buyer();
        }

        /** Whose day is to be free, if it is theirs. */
        List<ReminderId> freedDay() {
            return freed.stream()
                    .filter(use -> use.slot() instanceof Slot.OfDay)
                    .map(Use::id)
                    .toList();
        }
    }

    /** A part of a write, and what it means that it was refused. */
    private record Action(TransactWriteItem write, Chosen refused) {}

    private record Group<K>(K key, Write write, List<Action> actions) {

        List<TransactWriteItem> writes() {
            return actions.stream().map(Action::write).toList();
        }
    }

    ReminderWrites(Writing writing, String table, StoreId store, Instant now) {
        this.writing = writing;
        this.table = table;
        this.store = store;
        this.now = now;
    }

    /** @return one for each */
    Map<K, Chosen> write(Map<K, Write> writes) {
        tryEach(writes);
        if (!known.isEmpty()) {
            var again = new LinkedHashMap<>(writes);
            again.keySet().retainAll(known.keySet());
            tryEach(again);
        }
        return done;
    }

    private void tryEach(Map<K, Write> writes) {
        for (var round :
                Transactions.rounds(writes.entrySet(), entry -> entry.getValue().buyer())) {
            var groups = round.stream()
                    .map(entry -> new Group<>(
                            entry.getKey(), entry.getValue(), actions(entry.getValue(), known.get(entry.getKey()))))
                    .toList();
            var actions = new LinkedHashMap<K, List<TransactWriteItem>>();
            groups.forEach(group -> actions.put(group.key(), group.writes()));
            var results = writing.write(actions);
            groups.forEach(group -> note(group, Objects.requireNonNull(results.get(group.key()))));
        }
    }

    // ---- what came of it

    private void note(Group<K> group, Result result) {
        switch (result) {
            case Result.Written() -> done.put(group.key(), new Chosen.Written());
            case Result.Refused(var action, var item) -> noteRefused(group, action, item);
            // Where others keep writing, they are quicker.
            case Result.Busy() -> done.put(group.key(), new Chosen.Overtaken());
        }
    }

    private void noteRefused(Group<K> group, int action, Optional<Item> item) {
        var reminders = group.write().reminders();
        var there = item.filter(_ -> action == 0).map(first -> new FirstReminders(reminders.buyer(), first));
        if (!known.containsKey(group.key())
                && there.filter(first -> isOtherwise(group.write(), first)).isPresent()) {
            known.put(group.key(), there.get());
        } else {
            var isOvertaken = action == 0
                    && there.filter(first -> first.isBefore(reminders)).isEmpty();
            done.put(
                    group.key(),
                    isOvertaken
                            ? new Chosen.Overtaken()
                            : group.actions().get(action).refused());
        }
    }

    /** Whether it is to be written in another way: in an item of its own, or without freeing a day that is another's. */
    private static boolean isOtherwise(Write write, FirstReminders there) {
        var freed = write.freedDay();
        return !there.isPlaceOf(write.reminders())
                || (there.isBefore(write.reminders()) && !freed.isEmpty() && !there.hasDayOf(freed));
    }

    // ---- what it takes

    /** @param there as it was read; null: as if nothing speaks against it */
    private List<Action> actions(Write write, @Nullable FirstReminders there) {
        var actions = new ArrayList<Action>();
        var isAmongFirst = there == null || there.isPlaceOf(write.reminders());
        var change = new FirstReminders.Change(store, write.buyer());
        Chosen refused = new Chosen.Overtaken();
        if (isAmongFirst) {
            change.hold(write.reminders());
        } else {
            actions.add(new Action(put(write.reminders()), refused));
        }
        for (var use : write.taken()) {
            if (use.slot() instanceof Slot.OfDay(var day)) {
                change.takeDay(use.id(), day);
                refused = new Chosen.Full(use.slot());
            }
        }
        var freed = write.freedDay();
        if (!freed.isEmpty() && (there == null || there.hasDayOf(freed))) {
            change.freeDay(freed);
        }
        if (!change.isEmpty()) {
            actions.add(new Action(change.in(table), refused));
        }
        for (var use : write.taken()) {
            if (use.slot() instanceof Slot.OfTask slot) {
                actions.add(new Action(take(use.id(), slot), new Chosen.Full(slot)));
            }
        }
        for (var use : write.freed()) {
            if (use.slot() instanceof Slot.OfTask slot) {
                actions.add(new Action(free(use.id(), slot), new Chosen.Overtaken()));
            }
        }
        return actions;
    }

    private TransactWriteItem put(OrderReminders reminders) {
        var item = new HashMap<>(ReminderItem.key(store, reminders.orderPhase()));
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

    private TransactWriteItem take(ReminderId id, Slot.OfTask slot) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(ReminderItem.slotKey(store, id.buyer(), slot))
                        .updateExpression("ADD ids :ids SET expiresAt = :expiresAt")
                        .conditionExpression(HAS_ROOM)
                        .expressionAttributeValues(Map.of(
                                ":ids",
                                AttributeValue.fromSs(List.of(ReminderItem.text(id))),
                                ":id",
                                AttributeValue.fromS(ReminderItem.text(id)),
                                ":limit",
                                number(slot.limit()),
                                ":expiresAt",
                                number(now.plus(SLOTS_KEPT).getEpochSecond()))))
                .build();
    }

    private TransactWriteItem free(ReminderId id, Slot.OfTask slot) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(ReminderItem.slotKey(store, id.buyer(), slot))
                        .updateExpression("DELETE ids :ids")
                        .expressionAttributeValues(
                                Map.of(":ids", AttributeValue.fromSs(List.of(ReminderItem.text(id))))))
                .build();
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
