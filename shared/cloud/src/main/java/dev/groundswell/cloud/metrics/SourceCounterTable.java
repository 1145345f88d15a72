package dev.groundswell.cloud.metrics;

import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.SourceCounters;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import dev.groundswell.core.time.Granularity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The sources of orders among the counters of the table {@code Metrics}: the lanes added up. */
public final class SourceCounterTable implements SourceCounters {

    private final CounterItems items;
    private final Stores stores;

    /** @param stores tell the zone in which a store's days were cut */
    public SourceCounterTable(DynamoDbClient client, String table, Stores stores) {
        this.items = new CounterItems(client, table);
        this.stores = stores;
    }

    @Override
    public Map<LocalDate, Map<OrderSource, Long>> ordersBySource(StoreId store, LocalDate from, LocalDate to) {
        return stores.find(store)
                .map(found -> ordersBySource(store, found.zone(), from, to))
                .orElseGet(Map::of);
    }

    private Map<LocalDate, Map<OrderSource, Long>> ordersBySource(
            StoreId store, ZoneId zone, LocalDate from, LocalDate to) {
        var start = from.atStartOfDay(zone).toInstant();
        var end = to.plusDays(1).atStartOfDay(zone).toInstant();
        var days = new TreeMap<LocalDate, Map<OrderSource, Long>>();
        items.within(CounterKeys.partitions(store, Granularity.DAY, start, end), start, end)
                .forEach(item -> {
                    var ofDay = days.computeIfAbsent(
                            LocalDate.ofInstant(CounterKeys.start(item), zone), _ -> new TreeMap<>());
                    for (var cohort : Cohort.values()) {
                        ofDay.merge(
                                OrderSource.LIVE,
                                SalesCounterTable.counts(item, cohort).ordersPlaced(),
                                Long::sum);
                    }
                    CounterKeys.sources(item).forEach((source, orders) -> {
                        ofDay.merge(source, orders, Long::sum);
                        ofDay.merge(OrderSource.LIVE, -orders, Long::sum);
                    });
                });
        days.values().forEach(ofDay -> ofDay.values().removeIf(orders -> orders == 0));
        days.values().removeIf(Map::isEmpty);
        return days;
    }
}
