package dev.groundswell.graphqlapi.behaviour;

import dev.groundswell.core.metrics.WarmUpReport;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class WarmUpPointResolver extends ObjectResolver<WarmUpReport.Point> {

    public WarmUpPointResolver() {
        super("WarmUpPoint", WarmUpReport.Point.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, WarmUpReport.Point source, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "date" -> source.day();
            case "total" -> source.total();
            case "newCustomers" -> source.newCustomers();
            case "returningCustomers" -> source.returningCustomers();
            default -> throw withoutCase(field);
        };
    }
}
