package dev.groundswell.graphqlapi.customer;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

public final class OriginCountResolver extends ObjectResolver<OriginCount> {

    public OriginCountResolver() {
        super("OriginCount", OriginCount.class);
    }

    @Override
    protected Object resolve(String field, OriginCount count, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "origin" -> count.origin();
            case "orders" -> count.orders();
            default -> throw withoutCase(field);
        };
    }
}
