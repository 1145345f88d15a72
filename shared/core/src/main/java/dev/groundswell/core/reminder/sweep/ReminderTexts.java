package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.MessageTemplate;
import dev.groundswell.core.message.text.Rendering;
import dev.groundswell.core.message.text.SmsFrame;
import dev.groundswell.core.message.text.TemplateReading;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.DropReason;
import dev.groundswell.core.reminder.task.OrderConditions.CustomerAge;
import dev.groundswell.core.reminder.task.ReminderVariables;
import dev.groundswell.core.store.Store;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes what the texts of the reminders' tasks say. Reminders are notices: they are signed, and no advertising. */
public final class ReminderTexts implements ReminderWriter {

    /** All of one sweep over a busy store; then reading them anew costs less than keeping all that there ever were. */
    private static final int MAX_KEPT = 500;

    private final Map<Key, MessageTemplate> templates = new ConcurrentHashMap<>();

    private record Key(Wording wording, SmsFrame frame) {}

    @Override
    public Written write(Store store, Wanted wanted) {
        var variables = new ReminderVariables(store, wanted.order(), wanted.buyer(), wanted.paymentLink());
        return switch (template(store, wanted).render(wanted.to(), variables)) {
            case Rendering.Rendered(var content) -> new Written.Text(content);
            case Rendering.MissingVariables _ -> new Written.Nothing(DropReason.MISSING_VARIABLE);
        };
    }

    private MessageTemplate template(Store store, Wanted wanted) {
        var wording = wanted.task()
                .texts()
                .wording(
                        wanted.ordinal(),
                        CustomerAge.of(wanted.buyer()),
                        wanted.now().atZone(store.zone()).toLocalTime());
        if (templates.size() >= MAX_KEPT) {
            templates.clear();
        }
        return templates.computeIfAbsent(new Key(wording, wanted.frame()), ReminderTexts::read);
    }

    /** @throws IllegalStateException if the wording is no template, which was checked when its task was saved */
    private static MessageTemplate read(Key key) {
        return switch (MessageTemplate.read(key.wording(), MessageKind.NOTICE, key.frame())) {
            case TemplateReading.Read(var template) -> template;
            case TemplateReading.Refused(var errors) ->
                throw new IllegalStateException("A reminder's wording cannot be read: "
                        + errors.getFirst().message());
        };
    }
}
