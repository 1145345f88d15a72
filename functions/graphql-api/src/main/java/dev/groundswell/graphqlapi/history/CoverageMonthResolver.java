package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.HistoryCoverage;
import dev.groundswell.core.history.HistoryCoverage.State;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class CoverageMonthResolver extends ObjectResolver<HistoryCoverage.Month> {

    public CoverageMonthResolver() {
        super("CoverageMonth", HistoryCoverage.Month.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, HistoryCoverage.Month month, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "month" -> month.month().toString();
            case "orders" -> month.total();
            case "sources" -> SourceCount.of(month.orders());
            case "coveredDays" -> month.count(State.COVERED);
            case "lowDays" -> month.count(State.LOW);
            case "missingDays" -> month.count(State.MISSING);
            default -> throw withoutCase(field);
        };
    }
}
