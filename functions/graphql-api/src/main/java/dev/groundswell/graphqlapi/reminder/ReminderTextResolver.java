package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.reminder.task.TaskTexts.Text;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class ReminderTextResolver extends ObjectResolver<Text> {

    ReminderTextResolver() {
        super("ReminderText", Text.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Text text, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "ordinal" -> text.ordinal().orElse(null);
            case "customers" -> text.customers().orElse(null);
            case "from" -> text.hours().map(hours -> hours.from().toString()).orElse(null);
            case "until" -> text.hours().map(hours -> hours.until().toString()).orElse(null);
            case "sms" -> text.wording() instanceof Wording.Sms sms ? sms : null;
            case "email" -> text.wording() instanceof Wording.Mail mail ? mail : null;
            default -> throw withoutCase(field);
        };
    }
}
