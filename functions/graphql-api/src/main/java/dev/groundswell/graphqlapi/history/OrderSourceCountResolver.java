package dev.groundswell.graphqlapi.history;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class OrderSourceCountResolver extends ObjectResolver<SourceCount> {

    public OrderSourceCountResolver() {
        super("OrderSourceCount", SourceCount.class);
    }

    @Override
    protected @Nullable Object resolve(String field, SourceCount count, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "source" -> count.source().value();
            case "orders" -> count.orders();
            default -> throw withoutCase(field);
        };
    }
}
