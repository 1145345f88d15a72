package dev.groundswell.graphqlapi.store;

import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.store.Store;
import dev.groundswell.graphqlapi.execution.Loaders;
import dev.groundswell.graphqlapi.schema.ObjectResolver;
import graphql.schema.DataFetchingEnvironment;
import java.util.function.Supplier;

public final class StoreResolver extends ObjectResolver<Store> {

    public StoreResolver() {
        super("Store", Store.class);
    }

    @Override
    protected Object resolve(String field, Store store, Supplier<DataFetchingEnvironment> query) {
        return switch (field) {
            case "id" -> store.id().value();
            case "name" -> store.name();
            case "currency" -> store.currency();
            case "zone" -> store.zone().getId();
            case "orderCount" -> Loaders.totals(query.get()).thenApply(StoreTotals::orders);
            case "customerCount" -> Loaders.totals(query.get()).thenApply(StoreTotals::customers);
            case "visitorCount" -> Loaders.totals(query.get()).thenApply(StoreTotals::visitors);
            case "reachability" -> Loaders.totals(query.get()).thenApply(StoreTotals::reachability);
            default -> throw withoutCase(field);
        };
    }
}
