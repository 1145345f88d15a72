package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class ExclusionCountResolver extends ObjectResolver<ExclusionCount> {

    ExclusionCountResolver() {
        super("ExclusionCount", ExclusionCount.class);
    }

    @Override
    protected Object resolve(String field, ExclusionCount of, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "reason" -> of.reason();
            case "count" -> of.count();
            default -> throw withoutCase(field);
        };
    }
}
