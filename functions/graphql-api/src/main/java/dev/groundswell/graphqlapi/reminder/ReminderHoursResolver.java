package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ReminderHoursResolver extends ObjectResolver<Hours> {

    ReminderHoursResolver() {
        super("ReminderHours", Hours.class);
    }

    @Override
    protected Object resolve(String field, Hours hours, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "from" -> hours.from().toString();
            case "until" -> hours.until().toString();
            case "outside" -> hours.outside();
            default -> throw withoutCase(field);
        };
    }
}
