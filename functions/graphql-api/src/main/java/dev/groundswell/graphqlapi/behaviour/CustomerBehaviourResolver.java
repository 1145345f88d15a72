package dev.groundswell.graphqlapi.behaviour;

import dev.groundswell.core.behaviour.BuyerBehaviour;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

public final class CustomerBehaviourResolver extends ObjectResolver<BuyerBehaviour> {

    public CustomerBehaviourResolver() {
        super("CustomerBehaviour", BuyerBehaviour.class);
    }

    @Override
    protected @Nullable Object resolve(String field, BuyerBehaviour source, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "lastViewedAt" -> source.lastViewedAt();
            case "lastFavouritedAt" -> source.lastFavouritedAt();
            case "lastCartedAt" -> source.lastCartedAt();
            case "viewedLately" -> source.viewedLately();
            case "favourites" -> source.favourites();
            case "cart" -> source.cart();
            case "favouriteCount" -> source.favouriteItems();
            case "cartCount" -> source.cartItems();
            case "counts" -> source.counts();
            case "days" -> source.days();
            default -> throw withoutCase(field);
        };
    }
}
