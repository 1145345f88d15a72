package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@link Orders}, {@link OrderListing} and {@link OrderContacts} in memory, for tests. */
public final class OrdersInMemory implements Orders, OrderListing, OrderContacts {

    private final Map<StoreId, Map<OrderId, Order>> orders = new HashMap<>();

    /** Of those whose contacts were forgotten: the versions that they still have. */
    private final Map<StoreId, Map<OrderId, OrderVersion>> kept = new HashMap<>();

    @Override
    public synchronized Written write(StoreId store, Order order, Expected expected) {
        var ofStore = orders.computeIfAbsent(store, _ -> new TreeMap<>());
        var known = ofStore.get(order.id());
        if (known != null && !known.buyer().equals(order.buyer())) {
            return Written.OTHER_BUYER;
        }
        if (known != null && OrderVersion.of(order).compareTo(version(store, known)) <= 0) {
            return Written.SUPERSEDED;
        }
        ofStore.put(order.id(), order);
        kept.computeIfAbsent(store, _ -> new HashMap<>()).remove(order.id());
        return Written.LATEST;
    }

    private OrderVersion version(StoreId store, Order known) {
        return kept.getOrDefault(store, Map.of()).getOrDefault(known.id(), OrderVersion.of(known));
    }

    @Override
    public synchronized void forget(StoreId store, BuyerId buyer, Collection<OrderId> ids) {
        var versions = kept.computeIfAbsent(store, _ -> new HashMap<>());
        ids.forEach(id -> orders.getOrDefault(store, Map.of()).computeIfPresent(id, (_, order) -> {
            versions.putIfAbsent(id, OrderVersion.of(order));
            return order.withoutContact();
        }));
    }

    @Override
    public synchronized Map<OrderId, Order> find(StoreId store, Collection<OrderId> ids) {
        var found = new HashMap<>(orders.getOrDefault(store, Map.of()));
        found.keySet().retainAll(List.copyOf(ids));
        return found;
    }

    @Override
    public synchronized List<Order> ofBuyer(StoreId store, BuyerId buyer) {
        return all(store).stream().filter(order -> order.buyer().equals(buyer)).toList();
    }

    @Override
    public synchronized SortedSet<YearMonth> months(StoreId store) {
        return all(store).stream()
                .map(order -> YearMonth.from(order.times().orderedAt().atOffset(ZoneOffset.UTC)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public synchronized Page newest(StoreId store, OrderFilter filter, int limit, Optional<Position> after) {
        var newestFirst = Comparator.comparing(OrdersInMemory::position, OrdersInMemory::compare)
                .reversed();
        var rest = all(store).stream()
                .filter(filter::matches)
                .filter(order ->
                        after.map(place -> compare(position(order), place) < 0).orElse(true))
                .sorted(newestFirst)
                .toList();
        return rest.size() <= limit
                ? new Page(rest, Optional.empty())
                : new Page(rest.subList(0, limit), Optional.of(position(rest.get(limit - 1))));
    }

    /** All orders of a store, by their ids. */
    public synchronized List<Order> all(StoreId store) {
        return List.copyOf(orders.getOrDefault(store, Map.of()).values());
    }

    private static Position position(Order order) {
        return new Position(order.times().orderedAt(), order.id());
    }

    private static int compare(Position one, Position other) {
        var byTime = one.orderedAt().compareTo(other.orderedAt());
        return byTime != 0 ? byTime : one.id().compareTo(other.id());
    }
}
