package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.link.Links;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class ClickedLinkResolver extends ObjectResolver<Links.Listed> {

    ClickedLinkResolver() {
        super("ClickedLink", Links.Listed.class);
    }

    @Override
    protected @Nullable Object resolve(String field, Links.Listed listed, Supplier<DataFetchingEnvironment> query) {
        var kept = listed.link();
        return switch (field) {
            case "customerId" -> kept.link().buyer().value();
            case "messageId" -> kept.link().message().toString();
            case "target" -> kept.link().target().toString();
            case "clicks" -> kept.clicks().size();
            case "firstClickAt" -> kept.clicks().first();
            case "lastClickAt" -> kept.clicks().last();
            default -> throw withoutCase(field);
        };
    }
}
