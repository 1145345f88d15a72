package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ReminderDayResolver extends ObjectResolver<StoreResults.Day> {

    ReminderDayResolver() {
        super("ReminderDay", StoreResults.Day.class);
    }

    @Override
    protected Object resolve(String field, StoreResults.Day day, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "date" -> day.day();
            case "figures" -> day.figures();
            default -> throw withoutCase(field);
        };
    }
}
