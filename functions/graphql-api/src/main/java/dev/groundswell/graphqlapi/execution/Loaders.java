package dev.groundswell.graphqlapi.execution;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.metrics.SalesCounters;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.graphqlapi.caller.Caller;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** What the fields of one query ask for one by one, and is read together: each kind once per level of the query. */
public final class Loaders {

    private static final String CUSTOMER = "customer";
    private static final String ORDER = "order";
    private static final String TOTALS = "totals";
    private static final String STANDING = "standing";

    private final CustomerProfiles customers;
    private final Orders orders;
    private final SalesCounters counters;
    private final Standings standings;
    private final Background background;

    public Loaders(
            CustomerProfiles customers,
            Orders orders,
            SalesCounters counters,
            Standings standings,
            Background background) {
        this.customers = customers;
        this.orders = orders;
        this.counters = counters;
        this.standings = standings;
        this.background = background;
    }

    /** A future of the buyer's profile, or of null. */
    public static CompletableFuture<@Nullable CustomerProfile> customer(DataFetchingEnvironment query, BuyerId id) {
        return load(query, CUSTOMER, id);
    }

    /** A future of the profiles that exist, in the order of the ids. */
    public static CompletableFuture<List<CustomerProfile>> customers(DataFetchingEnvironment query, List<BuyerId> ids) {
        DataLoader<BuyerId, @Nullable CustomerProfile> loader = loader(query, CUSTOMER);
        return loader.loadMany(ids)
                .thenApply(found -> found.stream().filter(Objects::nonNull).toList());
    }

    /** A future of the order, or of null. */
    public static CompletableFuture<@Nullable Order> order(DataFetchingEnvironment query, OrderId id) {
        return load(query, ORDER, id);
    }

    /** A future of the totals of the caller's store. */
    public static CompletableFuture<StoreTotals> totals(DataFetchingEnvironment query) {
        return load(query, TOTALS, Caller.of(query.getGraphQlContext()).store().id());
    }

    /** A future of what holds for each of the addresses, in their order. */
    public static CompletableFuture<List<Standing>> standings(
            DataFetchingEnvironment query, List<AddressKey> addresses) {
        DataLoader<AddressKey, Standing> loader = loader(query, STANDING);
        return loader.loadMany(addresses);
    }

    /** Those of one query; they remember what they have read, so they are never shared. */
    DataLoaderRegistry ofOneQuery(StoreId store) {
        return DataLoaderRegistry.newRegistry()
                .register(CUSTOMER, loader((Set<BuyerId> buyers) -> customers.find(store, buyers)))
                .register(ORDER, loader((Set<OrderId> ids) -> orders.find(store, ids)))
                .register(STANDING, loader((Set<AddressKey> addresses) -> standings(store, addresses)))
                .register(TOTALS, loader((Set<StoreId> _) -> Map.of(store, counters.totals(store))))
                .build();
    }

    private Map<AddressKey, Standing> standings(StoreId store, Set<AddressKey> addresses) {
        var all = new HashMap<AddressKey, Standing>();
        addresses.forEach(address -> all.put(address, Standing.CLEAR));
        all.putAll(standings.find(store, addresses));
        return all;
    }

    private <K, V> DataLoader<K, V> loader(Function<Set<K>, Map<K, V>> read) {
        MappedBatchLoader<K, V> batch = keys -> background.call(() -> read.apply(keys));
        return DataLoaderFactory.newMappedDataLoader(batch);
    }

    private static <K, V extends @Nullable Object> CompletableFuture<V> load(
            DataFetchingEnvironment query, String kind, K key) {
        DataLoader<K, V> loader = loader(query, kind);
        return loader.load(key);
    }

    private static <K, V extends @Nullable Object> DataLoader<K, V> loader(DataFetchingEnvironment query, String kind) {
        DataLoader<K, V> loader = query.getDataLoader(kind);
        if (loader == null) {
            throw new IllegalStateException("The query has no loader '" + kind + "'.");
        }
        return loader;
    }
}
