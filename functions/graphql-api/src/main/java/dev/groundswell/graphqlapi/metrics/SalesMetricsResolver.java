package dev.groundswell.graphqlapi.metrics;

import dev.groundswell.core.metrics.SalesReport;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class SalesMetricsResolver extends ObjectResolver<SalesReport> {

    public SalesMetricsResolver() {
        super("SalesMetrics", SalesReport.class);
    }

    @Override
    protected @Nullable Object resolve(String field, SalesReport report, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "total" -> report.total();
            case "newCustomers" -> report.newCustomers();
            case "returningCustomers" -> report.returningCustomers();
            case "newCustomerShare" -> report.newCustomerShare();
            case "boughtInPrior90Days" -> report.boughtInPrior90Days();
            case "series" -> report.series();
            case "asOf" -> report.asOf();
            default -> throw withoutCase(field);
        };
    }
}
