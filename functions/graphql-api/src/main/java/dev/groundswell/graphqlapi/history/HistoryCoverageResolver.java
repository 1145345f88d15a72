package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.HistoryCoverage;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class HistoryCoverageResolver extends ObjectResolver<HistoryCoverage> {

    public HistoryCoverageResolver() {
        super("HistoryCoverage", HistoryCoverage.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, HistoryCoverage coverage, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "firstDay" -> coverage.firstDay().orElse(null);
            case "lastDay" -> coverage.lastDay().orElse(null);
            case "isWhole" -> coverage.isWhole();
            case "orders" -> coverage.total();
            case "sources" -> SourceCount.of(coverage.orders());
            case "months" -> coverage.months();
            case "days" -> coverage.days();
            case "gaps" -> coverage.gaps();
            default -> throw withoutCase(field);
        };
    }
}
