package dev.groundswell.graphqlapi.message.provider;

import dev.groundswell.core.message.route.RoutingChange;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

final class RoutingChangeResolver extends ObjectResolver<RoutingChange> {

    RoutingChangeResolver() {
        super("RoutingChange", RoutingChange.class);
    }

    @Override
    protected Object resolve(String field, RoutingChange change, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "at" -> change.at();
            case "provider" -> change.provider().value();
            case "from" -> change.from();
            case "to" -> change.to();
            case "reason" -> change.reason();
            case "detail" -> change.detail();
            default -> throw withoutCase(field);
        };
    }
}
