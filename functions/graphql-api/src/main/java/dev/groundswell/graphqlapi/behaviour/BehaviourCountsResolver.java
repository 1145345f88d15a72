package dev.groundswell.graphqlapi.behaviour;

import dev.groundswell.core.behaviour.BehaviourCounts;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class BehaviourCountsResolver extends ObjectResolver<BehaviourCounts> {

    public BehaviourCountsResolver() {
        super("BehaviourCounts", BehaviourCounts.class);
    }

    @Override
    protected @Nullable Object resolve(String field, BehaviourCounts source, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "views" -> source.views();
            case "favourites" -> source.favourites();
            case "cartAdds" -> source.cartAdds();
            case "purchases" -> source.purchases();
            case "removals" -> source.removals();
            default -> throw withoutCase(field);
        };
    }
}
