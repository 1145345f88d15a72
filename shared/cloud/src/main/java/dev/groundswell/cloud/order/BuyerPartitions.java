package dev.groundswell.cloud.order;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderContacts;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.OrdersOfBuyer;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The table {@code Orders}, a partition per buyer. */
public final class BuyerPartitions implements OrdersOfBuyer, OrderContacts {

    /** What the sort keys of orders begin with. */
    public static final String ORDER_PREFIX = OrderRow.ORDER_PREFIX;

    private static final String PK = "pk";
    private static final String SK = "sk";

    private final DynamoDbClient client;
    private final DynamoDbTable<OrderRow> table;

    public BuyerPartitions(DynamoDbClient client, String table) {
        this.client = client;
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

    /**
     * The orders that exist among these, strongly consistent.
     *
     * @param orders with their buyers
     */
    public Map<OrderId, Order> find(StoreId store, Map<OrderId, BuyerId> orders) {
        var found = new HashMap<OrderId, Order>();
        new BatchGet(client, table.tableName(), true)
                .find(
                        orders.keySet(),
                        id -> Map.of(
                                PK, AttributeValue.fromS(key(store, Objects.requireNonNull(orders.get(id)))),
                                SK, AttributeValue.fromS(OrderRow.sk(id))),
                        PK,
                        SK)
                .forEach((id, item) -> found.put(id, order(item)));
        return found;
    }

    /** Each is put back with the version that it has, unless another was written meanwhile, which is looked at by itself. */
    @Override
    public void forget(StoreId store, BuyerId buyer, Collection<OrderId> orders) {
        orders.forEach(order -> forget(Key.builder()
                .partitionValue(key(store, buyer))
                .sortValue(OrderRow.sk(order))
                .build()));
    }

    private void forget(Key key) {
        var row = table.getItem(get -> get.key(key).consistentRead(true));
        if (row == null) {
            return;
        }
        try {
            table.putItem(put -> put.item(row.withoutContact()).conditionExpression(sameVersion(row)));
        } catch (ConditionalCheckFailedException anotherWasWritten) {
            // Its writing wakes whoever forgets.
        }
    }

    private static Expression sameVersion(OrderRow row) {
        return Expression.builder()
                .expression("version = :version")
                .putExpressionValue(":version", AttributeValue.fromS(row.version()))
                .build();
    }

    /** The order that an item holds whose sort key begins with {@link #ORDER_PREFIX}. */
    public static Order order(Map<String, AttributeValue> item) {
        return OrderRow.SCHEMA.mapToItem(item).order();
    }

    /** The partition of a buyer: behaviour, orders, profile and what the profile has counted. */
    public static String key(StoreId store, BuyerId buyer) {
        return store + "|" + buyer;
    }

    /** Of a partition's key. A store's id holds no bar. */
    public static StoreId storeOf(String key) {
        return new StoreId(key.substring(0, key.indexOf('|')));
    }

    /** Likewise. */
    public static BuyerId buyerOf(String key) {
        return new BuyerId(key.substring(key.indexOf('|') + 1));
    }

    DynamoDbTable<OrderRow> table() {
        return table;
    }
}
