package dev.groundswell.core.order;

import static dev.groundswell.core.order.AnOrder.anOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Random histories of orders: some hundreds of changes of some buyers' orders over some months. */
public final class Histories {

    private static final Instant BEGINNING = Instant.parse("2019-12-20T15:00:00Z");

    private Histories() {}

    /** The changes of {@code orders} orders, in the order in which they happened to each of them. */
    public static List<Order> changes(RandomGenerator random, int orders, int buyers) {
        var changes = new ArrayList<Order>();
        for (var i = 0; i < orders; i++) {
            changes.addAll(changesOf("T" + i, "B" + random.nextInt(buyers), random));
        }
        return changes;
    }

    /** The changes in another order, some of them several times. */
    public static <T> List<T> shuffledAndRepeated(List<T> changes, RandomGenerator random) {
        var mixed = new ArrayList<>(changes);
        for (var i = 0; i < changes.size() / 2; i++) {
            mixed.add(changes.get(random.nextInt(changes.size())));
        }
        Collections.shuffle(mixed, random);
        return mixed;
    }

    /** The changes in batches of random size. */
    public static <T> List<List<T>> split(List<T> changes, RandomGenerator random, int maxSize) {
        var batches = new ArrayList<List<T>>();
        for (var from = 0; from < changes.size(); ) {
            var to = Math.min(changes.size(), from + random.nextInt(1, maxSize + 1));
            batches.add(changes.subList(from, to));
            from = to;
        }
        return batches;
    }

    /** Of each order the snapshot with the greatest version, by buyer. */
    public static Map<BuyerId, List<Order>> latest(List<Order> changes) {
        var latest = new TreeMap<OrderId, Order>();
        changes.forEach(change -> latest.merge(
                change.id(),
                change,
                (one, other) -> OrderVersion.of(one).compareTo(OrderVersion.of(other)) >= 0 ? one : other));
        return latest.values().stream().collect(Collectors.groupingBy(Order::buyer, TreeMap::new, Collectors.toList()));
    }

    private static List<Order> changesOf(String id, String buyer, RandomGenerator random) {
        var placedAt = BEGINNING.plusSeconds(random.nextInt(130 * 24 * 3600));
        var cost = random.nextInt(1, 100_000);
        var changes = new ArrayList<Order>();
        changes.add(order(id, buyer, placedAt, cost, random.nextInt(1, 4)).build());
        if (random.nextInt(5) == 0) {
            changes.add(order(id, buyer, placedAt, cost, 1)
                    .with(OrderStatus.CLOSED)
                    .modifiedAt(placedAt.plus(Duration.ofDays(1)))
                    .build());
        }
        if (random.nextInt(4) > 0) {
            changes.addAll(paidChanges(id, buyer, placedAt, cost, random));
        }
        return changes;
    }

    private static List<Order> paidChanges(
            String id, String buyer, Instant placedAt, int cost, RandomGenerator random) {
        var paidAt = placedAt.plusSeconds(random.nextInt(random.nextBoolean() ? 60 : 5 * 24 * 3600));
        var changes = new ArrayList<Order>();
        changes.add(order(id, buyer, placedAt, cost, 2)
                .paidAt(paidAt)
                .paying(random.nextInt(cost))
                .build());
        if (random.nextInt(4) == 0) {
            changes.add(order(id, buyer, placedAt, cost, 2)
                    .paidAt(paidAt.plusSeconds(random.nextInt(100_000)))
                    .with(OrderStatus.CLOSED)
                    .refunding(random.nextInt(2 * cost))
                    .modifiedAt(paidAt.plus(Duration.ofDays(3)))
                    .build());
        }
        return changes;
    }

    private static AnOrder order(String id, String buyer, Instant placedAt, int cost, int pieces) {
        return anOrder(id).by(buyer).placedAt(placedAt).costing(cost).item("I" + pieces, "toys", pieces);
    }
}
