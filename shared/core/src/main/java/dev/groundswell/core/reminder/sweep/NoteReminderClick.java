package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.link.MessageClicks;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.ReminderPlace;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.reminder.sweep.ReminderNotes.Learnt;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes with its order that the link of a reminder was followed. The books tell which order a message is of: its id does not. */
public final class NoteReminderClick implements MessageClicks {

    private final Messages messages;
    private final ReminderNotes notes;

    public NoteReminderClick(Messages messages, Reminders reminders) {
        this.messages = messages;
        this.notes = new ReminderNotes(reminders);
    }

    @Override
    public void clicked(StoreId store, MessageId message, Instant at) {
        if (ReminderId.isOfReminder(message)) {
            reminderOf(store, message).ifPresent(id -> notes.note(store, Map.of(id, new Learnt.Clicked(at)), Map.of()));
        }
    }

    private Optional<ReminderId> reminderOf(StoreId store, MessageId id) {
        return Optional.ofNullable(messages.find(store, List.of(id)).get(id))
                .flatMap(message -> ReminderPlace.parse(message.facts().place())
                        .map(place -> place.reminder(message.facts().buyer())));
    }
}
