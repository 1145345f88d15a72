package dev.groundswell.graphqlapi.behaviour;

import dev.groundswell.core.behaviour.BuyerBehaviour;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class BehaviourDayResolver extends ObjectResolver<BuyerBehaviour.Day> {

    public BehaviourDayResolver() {
        super("BehaviourDay", BuyerBehaviour.Day.class);
    }

    @Override
    protected @Nullable Object resolve(
            String field, BuyerBehaviour.Day source, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "date" -> source.day();
            case "counts" -> source.counts();
            default -> throw withoutCase(field);
        };
    }
}
