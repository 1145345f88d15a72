package dev.groundswell.graphqlapi.behaviour;

import dev.groundswell.core.metrics.WarmUpReport;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class WarmUpMetricsResolver extends ObjectResolver<WarmUpReport> {

    public WarmUpMetricsResolver() {
        super("WarmUpMetrics", WarmUpReport.class);
    }

    @Override
    protected @Nullable Object resolve(String field, WarmUpReport source, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "total" -> source.total();
            case "newCustomers" -> source.newCustomers();
            case "returningCustomers" -> source.returningCustomers();
            case "series" -> source.series();
            default -> throw withoutCase(field);
        };
    }
}
