package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.receipt.OutcomeCounter;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.ReminderPlace;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.reminder.sweep.ReminderNotes.Learnt;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes with its order what is reported of a reminder's message after it was sent. Other senders' messages are left alone. */
public final class CountReminderOutcome implements OutcomeCounter {

    private final Providers providers;
    private final ReminderNotes notes;

    public CountReminderOutcome(Reminders reminders, Providers providers) {
        this.providers = providers;
        this.notes = new ReminderNotes(reminders);
    }

    @Override
    public void count(StoreId store, Message message) {
        count(store, List.of(message));
    }

    /** Those of one order in one write. */
    @Override
    public void count(StoreId store, Collection<Message> reported) {
        var ofReminders = new LinkedHashMap<ReminderId, Message>();
        for (var message : reported) {
            ReminderPlace.parse(message.facts().place())
                    .map(place -> place.reminder(message.facts().buyer()))
                    .ifPresent(id -> ofReminders.merge(id, message, CountReminderOutcome::theOneThatCounts));
        }
        if (!ofReminders.isEmpty()) {
            notes.note(store, learnt(store, ofReminders), Map.of());
        }
    }

    private Map<ReminderId, Learnt> learnt(StoreId store, Map<ReminderId, Message> reported) {
        var all = providers.all(store);
        var learnt = new LinkedHashMap<ReminderId, Learnt>();
        reported.forEach((id, message) -> {
            var prices = ReminderPrices.of(message.id().address().channel(), all);
            Learnt.of(message, prices, List.of()).ifPresent(it -> learnt.put(id, it));
        });
        return learnt;
    }

    private static Message theOneThatCounts(Message one, Message other) {
        return other.state().overrules(one.state()) ? other : one;
    }
}
