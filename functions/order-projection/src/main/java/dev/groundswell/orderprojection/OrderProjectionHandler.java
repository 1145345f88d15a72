package dev.groundswell.orderprojection;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.customer.DirtyBuyers;
import dev.groundswell.cloud.customer.DirtyBuyers.StoreBuyer;
import dev.groundswell.cloud.event.StreamEvent;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.function.FunctionLog;
import dev.groundswell.cloud.metrics.CountedBuyerTable;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.cloud.order.ChangedOrders;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.ForgettingHistories;
import dev.groundswell.core.metrics.ProjectBuyers;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.store.RememberedStores;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The stream of {@code Orders}: sees to it that each open order is looked at for its reminders, and projects each buyer whose orders
 * or behaviour changed; from the first that fails, it comes again.
 */
public final class OrderProjectionHandler implements RequestStreamHandler {

    private final Stores stores;
    private final NoteOpenOrders openOrders;
    private final ProjectBuyers projection;

    public OrderProjectionHandler() {
        this(FunctionEnvironment.current(), RandomGenerator.getDefault());
    }

    OrderProjectionHandler(FunctionEnvironment environment, RandomGenerator random) {
        var dynamoDb = environment.clients().dynamoDb();
        var orders = environment.require("ORDERS_TABLE");
        this.stores =
                new RememberedStores(new StoreTable(dynamoDb, environment.require("STORES_TABLE")), environment.time());
        this.openOrders = OpenOrderNotes.of(environment);
        this.projection = new ProjectBuyers(
                new ForgettingHistories(new BuyerHistoryTable(dynamoDb, orders), new BuyerPartitions(dynamoDb, orders)),
                new CountedBuyerTable(dynamoDb, orders, environment.require("METRICS_TABLE"), random));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        var changes = StreamEvent.read(event);
        var dirty = DirtyBuyers.of(changes);
        var orders = ChangedOrders.of(changes);
        var log = new FunctionLog(context.getLogger());
        var failed = new LinkedHashSet<StoreBuyer>();
        dirty.buyers().forEach((store, buyers) -> failed.addAll(project(store, buyers, orders.of(store), log)));
        dirty.answer(failed).writeTo(answer);
    }

    private List<StoreBuyer> project(StoreId id, Set<BuyerId> buyers, Map<OrderId, BuyerId> orders, FunctionLog log) {
        var result = projection.project(
                store(id), buyers, histories -> openOrders.note(id, ofThose(histories, orders.keySet())));
        result.failures().forEach((buyer, failure) -> log.error("buyer-not-projected", failure, "buyer", buyer));
        return result.failures().keySet().stream()
                .map(buyer -> new StoreBuyer(id, buyer))
                .toList();
    }

    private static List<Order> ofThose(Collection<BuyerHistory> histories, Set<OrderId> ids) {
        return histories.stream()
                .flatMap(history -> history.orders().stream())
                .filter(order -> ids.contains(order.id()))
                .toList();
    }

    private Store store(StoreId id) {
        return stores.find(id)
                .orElseThrow(() -> new IllegalStateException(
                        "There are orders of store " + id + ", but no such store: save it in the table Stores."));
    }
}
