package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.reminder.sweep.ReminderNotes.Learnt;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads reminders with what became of them: where that is not written with their orders, the books of messages say it. */
public final class ReminderOutcomes {

    private final Reminders reminders;
    private final Messages messages;
    private final Providers providers;

    public ReminderOutcomes(Reminders reminders, Messages messages, Providers providers) {
        this.reminders = reminders;
        this.messages = messages;
        this.providers = providers;
    }

    /** Those that are kept. Without news are only such whose message nobody has sent, or is sending now. */
    public Map<OrderPhase, OrderReminders> find(StoreId store, Collection<OrderPhase> keys) {
        var kept = reminders.find(store, keys);
        var underWay = underWay(kept.values().stream());
        if (underWay.isEmpty()) {
            return kept;
        }
        var books = messages.find(store, underWay.keySet()).values();
        var learnt = learnt(underWay, books, providers.all(store));
        var known = new HashMap<OrderPhase, OrderReminders>();
        kept.forEach((key, ofOrder) -> known.put(key, ReminderNotes.with(ofOrder, learnt)));
        return known;
    }

    /** The reminders of which nobody has written what became of them, by their messages. */
    static Map<MessageId, ReminderId> underWay(Stream<OrderReminders> kept) {
        var underWay = new HashMap<MessageId, ReminderId>();
        kept.forEach(ofOrder -> ofOrder.underWay().ifPresent(reminder -> {
            if (reminder.fate() instanceof Fate.Chosen chosen) {
                underWay.put(chosen.message(), ofOrder.id(reminder.ordinal()));
            }
        }));
        return underWay;
    }

    /** What the books say of those whose messages have an outcome. */
    static Map<ReminderId, Learnt> learnt(
            Map<MessageId, ReminderId> underWay, Collection<Message> books, Collection<Provider> providers) {
        var learnt = new HashMap<ReminderId, Learnt>();
        for (var message : books) {
            var reminder = Objects.requireNonNull(underWay.get(message.id()));
            var prices = ReminderPrices.of(message.id().address().channel(), providers);
            Learnt.of(message, prices, List.of()).ifPresent(it -> learnt.put(reminder, it));
        }
        return learnt;
    }
}
