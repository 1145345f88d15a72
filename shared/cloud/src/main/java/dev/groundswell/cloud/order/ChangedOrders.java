package dev.groundswell.cloud.order;

import dev.groundswell.cloud.event.StreamEvent;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.store.StoreId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The orders of the table {@code Orders} in which something changed, by store, with their buyers. */
public record ChangedOrders(Map<StoreId, Map<OrderId, BuyerId>> byStore) {

    public static ChangedOrders of(StreamEvent event) {
        var byStore = new LinkedHashMap<StoreId, Map<OrderId, BuyerId>>();
        for (var change : event.changes()) {
            var partition = change.key("pk");
            var order = change.key("sk")
                    .filter(sk -> sk.startsWith(BuyerPartitions.ORDER_PREFIX))
                    .map(sk -> new OrderId(sk.substring(BuyerPartitions.ORDER_PREFIX.length())));
            if (partition.isPresent() && order.isPresent()) {
                byStore.computeIfAbsent(BuyerPartitions.storeOf(partition.get()), _ -> new LinkedHashMap<>())
                        .put(order.get(), BuyerPartitions.buyerOf(partition.get()));
            }
        }
        return new ChangedOrders(byStore);
    }

    /** Those of one store. */
    public Map<OrderId, BuyerId> of(StoreId store) {
        return byStore.getOrDefault(store, Map.of());
    }
}
