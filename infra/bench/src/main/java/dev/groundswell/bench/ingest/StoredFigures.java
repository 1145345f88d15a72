package dev.groundswell.bench.ingest;

import dev.groundswell.bench.order.OrderChanges;
import dev.groundswell.bench.order.OrderItems;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.metrics.SalesCounterTable;
import dev.groundswell.cloud.order.OrderJson;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderVersion;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a stream of changes ends in. A bench that lost or doubled something measured nothing, so what is stored is compared
 * with what a plain map of the latest snapshots says.
 *
 * @param everPaid orders that were paid at some time
 * @param paid     the sum of what was paid, in major units
 */
record StoredFigures(long orders, long customers, long everPaid, BigDecimal paid) {

    /** What must be stored in the end. */
    static StoredFigures expected(OrderChanges changes) {
        var latest = new HashMap<String, Order>();
        changes.changes().stream()
                .map(OrderItems::order)
                .forEach(order -> latest.merge(order.id().value(), order, StoredFigures::later));
        return of(latest.values());
    }

    /** What the tables say: orders and payments as the orders tell them, customers as the counters do. */
    static StoredFigures of(Pipeline pipeline) {
        var client = pipeline.dynamoDb();
        var orders = new HashMap<String, Order>();
        client.scanPaginator(scan -> scan.tableName(FreshTables.name(pipeline.template(), "Orders")))
                .items()
                .forEach(item -> addOrder(orders, item));
        var figures = of(orders.values());
        var totals = totals(client, pipeline);
        if (totals.orders() != figures.orders()) {
            throw new IllegalStateException("The counters tell " + totals.orders() + " orders, but " + figures.orders()
                    + " are stored: the projection lost or doubled some.");
        }
        return new StoredFigures(figures.orders(), totals.customers(), figures.everPaid(), figures.paid());
    }

    private static StoreTotals totals(DynamoDbClient client, Pipeline pipeline) {
        return new SalesCounterTable(client, FreshTables.name(pipeline.template(), "Metrics"))
                .totals(BenchStore.STORE.id());
    }

    private static void addOrder(Map<String, Order> orders, Map<String, AttributeValue> item) {
        var snapshot = item.get("snapshot");
        if (snapshot != null) {
            var order = OrderJson.read(snapshot.s());
            orders.put(order.id().value(), order);
        }
    }

    private static StoredFigures of(Collection<Order> orders) {
        var buyers = new HashSet<String>();
        var everPaid = 0L;
        var paid = BigDecimal.ZERO.setScale(2);
        for (var order : orders) {
            buyers.add(order.buyer().value());
            everPaid += order.times().paidAt() == null ? 0 : 1;
            paid = paid.add(paid(order));
        }
        return new StoredFigures(orders.size(), buyers.size(), everPaid, paid);
    }

    private static BigDecimal paid(Order order) {
        Money paid = order.amounts().paid();
        return paid == null ? BigDecimal.ZERO : paid.toDecimal();
    }

    private static Order later(Order one, Order other) {
        return OrderVersion.of(one).compareTo(OrderVersion.of(other)) >= 0 ? one : other;
    }
}
