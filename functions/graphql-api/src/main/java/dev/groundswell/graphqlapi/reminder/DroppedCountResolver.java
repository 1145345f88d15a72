package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class DroppedCountResolver extends ObjectResolver<DroppedCount> {

    DroppedCountResolver() {
        super("DroppedCount", DroppedCount.class);
    }

    @Override
    protected Object resolve(String field, DroppedCount dropped, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "reason" -> dropped.reason();
            case "count" -> dropped.count();
            default -> throw withoutCase(field);
        };
    }
}
