package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.HistoryCoverage;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class CoverageDayResolver extends ObjectResolver<HistoryCoverage.Day> {

    public CoverageDayResolver() {
        super("CoverageDay", HistoryCoverage.Day.class);
    }

    @Override
    protected @Nullable Object resolve(String field, HistoryCoverage.Day day, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "date" -> day.date();
            case "orders" -> day.total();
            case "sources" -> SourceCount.of(day.orders());
            case "expected" -> day.expected().map(CoverageDayResolver::rounded).orElse(null);
            case "state" -> day.state();
            default -> throw withoutCase(field);
        };
    }

    /** Half an order is all that a median can say. */
    static BigDecimal rounded(double expected) {
        return BigDecimal.valueOf(expected).setScale(1, RoundingMode.HALF_UP);
    }
}
