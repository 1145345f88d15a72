package dev.groundswell.graphqlapi.metrics;

import dev.groundswell.core.metrics.SalesReport;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class SalesPointResolver extends ObjectResolver<SalesReport.Point> {

    public SalesPointResolver() {
        super("SalesPoint", SalesReport.Point.class);
    }

    @Override
    protected @Nullable Object resolve(String field, SalesReport.Point point, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "at" -> point.granule().start();
            case "total" -> point.total();
            case "newCustomers" -> point.newCustomers();
            case "returningCustomers" -> point.returningCustomers();
            default -> throw withoutCase(field);
        };
    }
}
