package dev.groundswell.graphqlapi.behaviour;

import dev.groundswell.core.metrics.WarmUpReport;
import dev.groundswell.core.metrics.WarmUpReport.People;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class WarmUpFiguresResolver extends ObjectResolver<WarmUpReport.Figures> {

    public WarmUpFiguresResolver() {
        super("WarmUpFigures", WarmUpReport.Figures.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, WarmUpReport.Figures source, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "visitors" -> source.people().map(People::visitors).orElse(null);
            case "favouriters" -> source.people().map(People::favouriters).orElse(null);
            case "carters" -> source.people().map(People::carters).orElse(null);
            case "peopleEstimated" -> source.people().map(People::estimated).orElse(false);
            case "views" -> source.events().views();
            case "favourites" -> source.events().favourites();
            case "cartAdds" -> source.events().cartAdds();
            case "purchases" -> source.events().purchases();
            case "removals" -> source.events().removals();
            case "eventsBeyondLimit" -> source.beyond();
            default -> throw withoutCase(field);
        };
    }
}
