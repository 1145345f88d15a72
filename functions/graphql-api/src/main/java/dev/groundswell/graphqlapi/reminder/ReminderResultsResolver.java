package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ReminderResultsResolver extends ObjectResolver<StoreResults> {

    ReminderResultsResolver() {
        super("ReminderResults", StoreResults.class);
    }

    @Override
    protected Object resolve(String field, StoreResults results, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "total" -> results.figures();
            case "days" -> results.days();
            default -> throw withoutCase(field);
        };
    }
}
