package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.CampaignProgress;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class CampaignProgressResolver extends ObjectResolver<CampaignProgress> {

    CampaignProgressResolver() {
        super("CampaignProgress", CampaignProgress.class);
    }

    @Override
    protected Object resolve(String field, CampaignProgress of, Supplier<DataFetchingEnvironment> query) {
        var counts = of.counts();
        return switch (field) {
            case "audience" -> of.audience();
            case "waiting" -> counts.waiting();
            case "sent" -> counts.sent();
            case "delivered" -> counts.delivered();
            case "failed" -> counts.failed();
            case "unknown" -> counts.unknown();
            case "excluded" ->
                counts.excluded().entrySet().stream()
                        .map(entry -> new ExclusionCount(entry.getKey(), entry.getValue()))
                        .toList();
            default -> throw withoutCase(field);
        };
    }
}
