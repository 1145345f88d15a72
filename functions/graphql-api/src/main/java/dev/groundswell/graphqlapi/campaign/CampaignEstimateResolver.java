package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.money.Money;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class CampaignEstimateResolver extends ObjectResolver<StoreEstimate> {

    CampaignEstimateResolver() {
        super("CampaignEstimate", StoreEstimate.class);
    }

    @Override
    protected @Nullable Object resolve(String field, StoreEstimate of, Supplier<DataFetchingEnvironment> query) {
        var estimate = of.estimate();
        return switch (field) {
            case "audience" -> estimate.audience();
            case "recipients" -> estimate.recipients();
            case "destinations" -> estimate.destinations();
            case "parts" -> estimate.parts();
            case "cost" -> new Money(estimate.amount(), of.store().currency());
            case "finishesAt" -> estimate.finishesAt().orElse(null);
            default -> throw withoutCase(field);
        };
    }
}
