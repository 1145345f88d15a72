package dev.groundswell.cloud.order;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.OrderTable.RowKey;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderFilter;
import dev.groundswell.core.order.OrderListing;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Orders by date through the index {@code byOrderedAt}, month by month, the shards of a month merged. */
public final class OrderListingTable implements OrderListing {

    /** Orders read for one page, however few of them the filter keeps. */
    private static final int MAX_EXAMINED = 1_000;

    /** Sorts after every place of an instant, whatever the order's id. */
    private static final String LAST = "~";

    private static final Comparator<Order> NEWEST_FIRST = Comparator.<Order, String>comparing(
                    order -> OrderRow.place(order.times().orderedAt(), order.id()))
            .reversed();

    private final DynamoDbClient client;
    private final String table;
    private final OrderTable orders;

    public OrderListingTable(DynamoDbClient client, String table, OrderTable orders) {
        this.client = client;
        this.table = table;
        this.orders = orders;
    }

    @Override
    public SortedSet<YearMonth> months(StoreId store) {
        return new TreeSet<>(orders.months(store));
    }

    @Override
    public Page newest(StoreId store, OrderFilter filter, int limit, Optional<Position> after) {
        return filter.buyer()
                .map(buyer -> ofBuyer(store, buyer, filter, limit, after))
                .orElseGet(() -> new Reading(store, filter, limit, after).page());
    }

    private Page ofBuyer(StoreId store, BuyerId buyer, OrderFilter filter, int limit, Optional<Position> after) {
        var matching = orders.ofBuyer(store, buyer).stream()
                .filter(filter::matches)
                .sorted(NEWEST_FIRST)
                .dropWhile(order ->
                        after.map(position -> !isAfter(order, position)).orElse(false))
                .limit(limit + 1L)
                .toList();
        return matching.size() <= limit
                ? new Page(matching, Optional.empty())
                : new Page(matching.subList(0, limit), Optional.of(position(matching.get(limit - 1))));
    }

    private static boolean isAfter(Order order, Position position) {
        return place(order).compareTo(OrderRow.place(position.orderedAt(), position.id())) < 0;
    }

    private static String place(Order order) {
        return OrderRow.place(order.times().orderedAt(), order.id());
    }

    private static Position position(Order order) {
        return new Position(order.times().orderedAt(), order.id());
    }

    /** One entry of the index. */
    private record Entry(String place, RowKey key) {}

    private final class Reading {

        private final StoreId store;
        private final OrderFilter filter;
        private final int limit;
        private final NavigableSet<YearMonth> months;
        private final String lowest;
        private String below;
        private final List<Order> page = new ArrayList<>();
        private int examined;

        Reading(StoreId store, OrderFilter filter, int limit, Optional<Position> after) {
            this.store = store;
            this.filter = filter;
            this.limit = limit;
            this.lowest = filter.orderedFrom().map(OrderRow::place).orElse("");
            this.below = start(filter.orderedTo(), after);
            this.months = new TreeSet<>(orders.months(store));
        }

        private static String start(Optional<Instant> orderedTo, Optional<Position> after) {
            var end = orderedTo.map(OrderRow::place).orElse(LAST);
            var position = after.map(last -> OrderRow.place(last.orderedAt(), last.id()))
                    .orElse(LAST);
            return end.compareTo(position) < 0 ? end : position;
        }

        Page page() {
            for (var month : months.descendingSet()) {
                if (month.toString().compareTo(below) > 0) {
                    continue;
                }
                if (month.plusMonths(1).toString().compareTo(lowest) <= 0) {
                    break;
                }
                var next = read(month);
                if (next.isPresent()) {
                    return new Page(page, next);
                }
            }
            return new Page(page, Optional.empty());
        }

        /** @return where to go on, if the page ends in this month */
        private Optional<Position> read(YearMonth month) {
            while (true) {
                var entries = entries(month);
                var found = orders.rows(entries.stream().map(Entry::key).toList());
                for (var entry : entries) {
                    var order = found.get(entry.key());
                    examined++;
                    below = entry.place();
                    if (order == null || !filter.matches(order)) {
                        continue;
                    }
                    page.add(order);
                    if (page.size() == limit) {
                        return Optional.of(position(order));
                    }
                }
                if (entries.isEmpty()) {
                    return Optional.empty();
                }
                if (examined >= MAX_EXAMINED) {
                    return found.values().stream().min(NEWEST_FIRST.reversed()).map(OrderListingTable::position);
                }
            }
        }

        /** The next entries of a month, at most {@code limit}: those that come first of all its shards. */
        private List<Entry> entries(YearMonth month) {
            var shards = new LinkedHashMap<Integer, Integer>();
            for (var shard = 0; shard < OrderRow.SHARDS; shard++) {
                shards.put(shard, shard);
            }
            var merged = new ArrayList<Entry>();
            FanOut.over(shards, OrderRow.SHARDS, shard -> shard(month, shard))
                    .values()
                    .forEach(outcome -> merged.addAll(outcome.orThrow()));
            merged.sort(Comparator.comparing(Entry::place).reversed());
            return merged.subList(0, Math.min(limit, merged.size()));
        }

        private List<Entry> shard(YearMonth month, int shard) {
            var values = Map.of(
                    ":partition", AttributeValue.fromS(OrderRow.monthShard(store, month, shard)),
                    ":lowest", AttributeValue.fromS(lowest.isEmpty() ? "0" : lowest),
                    ":below", AttributeValue.fromS(below));
            return client
                    .query(query -> query.tableName(table)
                            .indexName(OrderRow.BY_ORDERED_AT)
                            .keyConditionExpression("monthShard = :partition AND orderedAt BETWEEN :lowest AND :below")
                            .expressionAttributeValues(values)
                            .scanIndexForward(false)
                            .limit(limit + 1))
                    .items()
                    .stream()
                    .map(item -> new Entry(
                            new Item(item).text(OrderRow.ORDERED_AT),
                            new RowKey(new Item(item).text(OrderRow.PK), new Item(item).text(OrderRow.SK))))
                    .filter(entry -> entry.place().compareTo(below) < 0)
                    .limit(limit)
                    .toList();
        }
    }
}
