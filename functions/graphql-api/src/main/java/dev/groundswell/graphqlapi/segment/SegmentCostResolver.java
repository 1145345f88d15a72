package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.SegmentPreview.Cost;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Supplier;

final class SegmentCostResolver extends ObjectResolver<Cost> {

    SegmentCostResolver() {
        super("SegmentCost", Cost.class);
    }

    @Override
    protected Object resolve(String field, Cost cost, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "readUnits" -> BigDecimal.valueOf(cost.readUnits()).setScale(1, RoundingMode.HALF_UP);
            case "requests" -> cost.requests();
            case "milliseconds" -> cost.elapsed().toMillis();
            default -> throw withoutCase(field);
        };
    }
}
