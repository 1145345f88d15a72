package dev.groundswell.cloud.order;

import static dev.groundswell.cloud.order.OrderRow.PK;
import static dev.groundswell.cloud.order.OrderRow.SK;

import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.store.StoreId;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Orders in the table {@code Orders}, a partition per buyer; and the table {@code OrderBuyers}, which tells the buyer of
 * an order's id ({@code store|order}), and the months in which a store has orders ({@code store}).
 */
public final class OrderTable implements Orders {

    private static final String BUYER = "buyer";
    private static final String MONTHS = "months";

    private static final String ABSENT_OR_OLDER = "attribute_not_exists(pk) OR version < :version";
    private static final String PRESENT_AND_OLDER = "attribute_exists(pk) AND version < :version";

    private final DynamoDbClient client;
    private final DynamoDbTable<OrderRow> orders;
    private final BuyerPartitions partitions;
    private final String orderBuyers;

    /** Months known to be noted, so that each costs a process one write. */
    private final Set<String> notedMonths = ConcurrentHashMap.newKeySet();

    public OrderTable(DynamoDbClient client, String orders, String orderBuyers) {
        this.client = client;
        this.partitions = new BuyerPartitions(client, orders);
        this.orders = partitions.table();
        this.orderBuyers = orderBuyers;
    }

    /**
     * An order that is there has its pointer, since that is put first. So a change of a known order costs one put, and a
     * new order two; a wrong guess costs one put more.
     */
    @Override
    public Written write(StoreId store, Order order, Expected expected) {
        var row = OrderRow.of(store, order);
        if (expected == Expected.KNOWN) {
            switch (put(row, PRESENT_AND_OLDER)) {
                case WRITTEN -> {
                    return Written.LATEST;
                }
                case OLDER -> {
                    return Written.SUPERSEDED;
                }
                case ABSENT -> {
                    // a new order after all
                }
            }
        }
        if (!point(store, order)) {
            return Written.OTHER_BUYER;
        }
        noteMonth(store, OrderRow.monthOf(order.times().orderedAt()));
        return put(row, ABSENT_OR_OLDER) == Put.WRITTEN ? Written.LATEST : Written.SUPERSEDED;
    }

    @Override
    public Map<OrderId, Order> find(StoreId store, Collection<OrderId> ids) {
        var pointers = new BatchGet(client, orderBuyers)
                .find(new LinkedHashSet<>(ids), id -> Map.of(PK, AttributeValue.fromS(pointer(store, id))), PK);
        var keys = new LinkedHashSet<RowKey>();
        for (var id : ids) {
            var pointer = pointers.get(id);
            if (pointer != null) {
                keys.add(new RowKey(
                        BuyerPartitions.key(store, new BuyerId(new Item(pointer).text(BUYER))), OrderRow.sk(id)));
            }
        }
        var found = new HashMap<OrderId, Order>();
        rows(keys).values().forEach(order -> found.put(order.id(), order));
        return found;
    }

    @Override
    public List<Order> ofBuyer(StoreId store, BuyerId buyer) {
        return partitions.ofBuyer(store, buyer);
    }

    /** The months, UTC, in which the store has orders. */
    Set<YearMonth> months(StoreId store) {
        var item =
                client.getItem(get -> get.tableName(orderBuyers).key(Map.of(PK, AttributeValue.fromS(store.value()))));
        var months = new TreeSet<YearMonth>();
        if (item.hasItem()) {
            new Item(item.item()).textSet(MONTHS).forEach(month -> months.add(YearMonth.parse(month)));
        }
        return months;
    }

    /** The orders of these keys that exist. */
    Map<RowKey, Order> rows(Collection<RowKey> keys) {
        var items = new BatchGet(client, orders.tableName()).find(new LinkedHashSet<>(keys), RowKey::item, PK, SK);
        var found = new HashMap<RowKey, Order>();
        items.forEach(
                (key, item) -> found.put(key, OrderRow.SCHEMA.mapToItem(item).order()));
        return found;
    }

    /** The key of an order's item. */
    record RowKey(String pk, String sk) {
        Map<String, AttributeValue> item() {
            return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
        }
    }

    private enum Put {
        WRITTEN,
        /** The snapshot is not greater than the one that is there. */
        OLDER,
        /** There is none, and the condition asked for one. */
        ABSENT
    }

    private Put put(OrderRow row, String condition) {
        try {
            orders.putItem(put -> put.item(row)
                    .conditionExpression(Expression.builder()
                            .expression(condition)
                            .putExpressionValue(":version", AttributeValue.fromS(row.version()))
                            .build())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Put.WRITTEN;
        } catch (ConditionalCheckFailedException refused) {
            return refused.hasItem() ? Put.OLDER : Put.ABSENT;
        }
    }

    /** @return false if the order is another buyer's */
    private boolean point(StoreId store, Order order) {
        try {
            client.putItem(put -> put.tableName(orderBuyers)
                    .item(Map.of(
                            PK, AttributeValue.fromS(pointer(store, order.id())),
                            BUYER, AttributeValue.fromS(order.buyer().value())))
                    .conditionExpression("attribute_not_exists(pk) OR buyer = :buyer")
                    .expressionAttributeValues(
                            Map.of(":buyer", AttributeValue.fromS(order.buyer().value()))));
            return true;
        } catch (ConditionalCheckFailedException known) {
            return false;
        }
    }

    private void noteMonth(StoreId store, YearMonth month) {
        if (notedMonths.contains(store + "|" + month)) {
            return;
        }
        client.updateItem(update -> update.tableName(orderBuyers)
                .key(Map.of(PK, AttributeValue.fromS(store.value())))
                .updateExpression("ADD months :month")
                .expressionAttributeValues(Map.of(":month", AttributeValue.fromSs(List.of(month.toString())))));
        notedMonths.add(store + "|" + month);
    }

    private static String pointer(StoreId store, OrderId order) {
        return store + "|" + order;
    }
}
