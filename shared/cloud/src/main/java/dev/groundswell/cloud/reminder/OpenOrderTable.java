package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.OpenOrders;
import dev.groundswell.core.store.StoreId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Orders of the table {@code Orders} by their buyers and ids. */
public final class OpenOrderTable implements OpenOrders {

    private final BuyerPartitions partitions;

    public OpenOrderTable(DynamoDbClient client, String table) {
        this.partitions = new BuyerPartitions(client, table);
    }

    @Override
    public Map<OrderId, Order> read(StoreId store, Map<OrderId, BuyerId> orders) {
        return partitions.find(store, orders);
    }
}
