package dev.groundswell.graphqlapi.behaviour;

import dev.groundswell.core.behaviour.ItemInterest;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class ItemInterestResolver extends ObjectResolver<ItemInterest> {

    public ItemInterestResolver() {
        super("ItemInterest", ItemInterest.class);
    }

    @Override
    protected @Nullable Object resolve(String field, ItemInterest source, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "itemId" -> source.itemId();
            case "category" -> source.category();
            case "at" -> source.at();
            default -> throw withoutCase(field);
        };
    }
}
