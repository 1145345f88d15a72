package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.EstimateCampaign.Destination;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class CampaignDestinationResolver extends ObjectResolver<Destination> {

    CampaignDestinationResolver() {
        super("CampaignDestination", Destination.class);
    }

    @Override
    protected Object resolve(String field, Destination destination, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "name" -> destination.name();
            case "people" -> destination.people();
            default -> throw withoutCase(field);
        };
    }
}
