package dev.groundswell.cloud.order;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrdersOfBuyer;
import dev.groundswell.core.store.StoreId;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table {@code Orders}, read a buyer's partition at a time. */
public final class BuyerPartitions implements OrdersOfBuyer {

    private final DynamoDbTable<OrderRow> table;

    public BuyerPartitions(DynamoDbClient client, String table) {
        this.table = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(client)
                .extensions(List.of())
                .build()
                .table(table, OrderRow.SCHEMA);
    }

    @Override
    public List<Order> ofBuyer(StoreId store, BuyerId buyer) {
        var orders = QueryConditional.sortBeginsWith(Key.builder()
                .partitionValue(key(store, buyer))
                .sortValue(OrderRow.ORDER_PREFIX)
                .build());
        return table.query(query -> query.queryConditional(orders).consistentRead(true)).items().stream()
                .map(OrderRow::order)
                .toList();
    }

    /** The partition of a buyer: orders, profile and what the profile has counted. */
    public static String key(StoreId store, BuyerId buyer) {
        return store + "|" + buyer;
    }

    DynamoDbTable<OrderRow> table() {
        return table;
    }
}
