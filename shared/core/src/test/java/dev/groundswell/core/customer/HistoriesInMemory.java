package dev.groundswell.core.customer;

import dev.groundswell.core.behaviour.BehaviourDay;
import dev.groundswell.core.behaviour.BehaviourDays;
import dev.groundswell.core.behaviour.BehaviourEvent;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** {@link BehaviourDays} in memory, and with orders beside them {@link BuyerHistories} and {@link BuyerArchive}, for tests. */
public final class HistoriesInMemory implements BehaviourDays, BuyerHistories, BuyerArchive {

    private final OrdersInMemory orders;
    private final Map<StoreId, Map<BuyerId, Map<LocalDate, BehaviourDay>>> days = new HashMap<>();

    public HistoriesInMemory(OrdersInMemory orders) {
        this.orders = orders;
    }

    @Override
    public synchronized void add(StoreId store, BuyerId buyer, LocalDate day, Collection<BehaviourEvent> events) {
        days.computeIfAbsent(store, _ -> new TreeMap<>())
                .computeIfAbsent(buyer, _ -> new TreeMap<>())
                .merge(day, BehaviourDay.empty(day).with(events), (kept, _) -> kept.with(events));
    }

    @Override
    public synchronized BuyerHistory ofBuyer(StoreId store, BuyerId buyer) {
        return new BuyerHistory(orders.ofBuyer(store, buyer), daysOf(store, buyer));
    }

    @Override
    public synchronized void eachBuyer(StoreId store, BiConsumer<BuyerId, BuyerHistory> reader) {
        var buyers = new TreeSet<BuyerId>();
        orders.all(store).stream().map(Order::buyer).forEach(buyers::add);
        buyers.addAll(days.getOrDefault(store, Map.of()).keySet());
        buyers.forEach(buyer -> reader.accept(buyer, ofBuyer(store, buyer)));
    }

    private List<BehaviourDay> daysOf(StoreId store, BuyerId buyer) {
        return List.copyOf(
                days.getOrDefault(store, Map.of()).getOrDefault(buyer, Map.of()).values());
    }
}
