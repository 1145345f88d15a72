package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.HistoryCoverage;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class CoverageGapResolver extends ObjectResolver<HistoryCoverage.Gap> {

    public CoverageGapResolver() {
        super("CoverageGap", HistoryCoverage.Gap.class);
    }

    @Override
    protected @Nullable Object resolve(String field, HistoryCoverage.Gap gap, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "from" -> gap.from();
            case "to" -> gap.to();
            case "days" -> gap.days();
            case "state" -> gap.state();
            case "orders" -> gap.orders();
            case "expected" -> CoverageDayResolver.rounded(gap.expected());
            default -> throw withoutCase(field);
        };
    }
}
