package dev.groundswell.core.reminder;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.store.StoreId;
import java.util.Map;

/** Orders to look at. */
@FunctionalInterface
public interface OpenOrders {

    /**
     * Those that there are, open or not, strongly consistent.
     *
     * @param orders with their buyers, who never change
     */
    Map<OrderId, Order> read(StoreId store, Map<OrderId, BuyerId> orders);
}
