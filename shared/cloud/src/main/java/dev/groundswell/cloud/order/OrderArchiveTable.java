package dev.groundswell.cloud.order;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderArchive;
import dev.groundswell.core.store.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table {@code Orders} from end to end. A scan gives a partition's items one after the other, so a buyer's are together. */
public final class OrderArchiveTable implements OrderArchive {

    private final DynamoDbClient client;
    private final String table;

    public OrderArchiveTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void eachBuyer(StoreId store, BiConsumer<BuyerId, List<Order>> reader) {
        var orders = new ArrayList<Order>();
        client.scanPaginator(scan -> scan.tableName(table)
                        .filterExpression("begins_with(pk, :store) AND begins_with(sk, :order)")
                        .expressionAttributeValues(Map.of(
                                ":store", AttributeValue.fromS(store + "|"),
                                ":order", AttributeValue.fromS(OrderRow.ORDER_PREFIX)))
                        .consistentRead(true))
                .items()
                .forEach(item -> {
                    var order = OrderRow.SCHEMA.mapToItem(item).order();
                    if (!orders.isEmpty() && !orders.getFirst().buyer().equals(order.buyer())) {
                        handOver(orders, reader);
                    }
                    orders.add(order);
                });
        handOver(orders, reader);
    }

    private static void handOver(List<Order> orders, BiConsumer<BuyerId, List<Order>> reader) {
        if (!orders.isEmpty()) {
            reader.accept(orders.getFirst().buyer(), List.copyOf(orders));
            orders.clear();
        }
    }
}
