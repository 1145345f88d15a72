package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class TaskVerdictResolver extends ObjectResolver<StoreVerdict> {

    TaskVerdictResolver() {
        super("TaskVerdict", StoreVerdict.class);
    }

    @Override
    protected Object resolve(String field, StoreVerdict of, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "task" -> of.task();
            case "applies" -> of.verdict().applies();
            case "why" -> of.verdict().why();
            default -> throw withoutCase(field);
        };
    }
}
