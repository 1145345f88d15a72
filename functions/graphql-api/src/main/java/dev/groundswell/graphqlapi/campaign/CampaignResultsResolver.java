package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class CampaignResultsResolver extends ObjectResolver<CampaignResults> {

    CampaignResultsResolver() {
        super("CampaignResults", CampaignResults.class);
    }

    @Override
    protected Object resolve(String field, CampaignResults results, Supplier<DataFetchingEnvironment> query) {
        var counts = results.counts();
        return switch (field) {
            case "clicks" -> counts.clicks();
            case "clickedPeople" -> counts.people();
            case "paidAfterClick" -> counts.orders();
            case "payersAfterClick" -> counts.payers();
            case "revenueAfterClick" -> results.of().money(counts.sales());
            case "refundsAfterClick" -> results.of().money(counts.refunds());
            default -> throw withoutCase(field);
        };
    }
}
