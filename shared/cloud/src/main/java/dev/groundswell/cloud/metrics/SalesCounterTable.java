package dev.groundswell.cloud.metrics;

import static dev.groundswell.cloud.metrics.CounterKeys.AT;
import static dev.groundswell.cloud.metrics.CounterKeys.CUSTOMERS;
import static dev.groundswell.cloud.metrics.CounterKeys.FIGURES;
import static dev.groundswell.cloud.metrics.CounterKeys.ORDERS;
import static dev.groundswell.cloud.metrics.CounterKeys.VISITORS;
import static dev.groundswell.cloud.metrics.CounterKeys.WITH_EMAIL;
import static dev.groundswell.cloud.metrics.CounterKeys.WITH_NEITHER;
import static dev.groundswell.cloud.metrics.CounterKeys.WITH_PHONE;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.customer.Reachability;
import dev.groundswell.core.metrics.BuyerSketch;
import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.CounterKey;
import dev.groundswell.core.metrics.SalesCounters;
import dev.groundswell.core.metrics.SalesCounts;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The counters of the table {@code Metrics} as a report reads them: the lanes added up. */
public final class SalesCounterTable implements SalesCounters {

    private final DynamoDbClient client;
    private final String table;
    private final CounterItems items;

    public SalesCounterTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.items = new CounterItems(client, table);
    }

    @Override
    public SortedMap<CounterKey, SalesCounts> read(StoreId store, Granularity granularity, Instant from, Instant to) {
        var counters = new TreeMap<CounterKey, SalesCounts>();
        items.within(CounterKeys.partitions(store, granularity, from, to), from, to)
                .forEach(item -> add(counters, granularity, item));
        counters.values().removeIf(SalesCounts::isZero);
        return counters;
    }

    private static void add(
            Map<CounterKey, SalesCounts> counters, Granularity granularity, Map<String, AttributeValue> item) {
        var granule = new Granule(granularity, CounterKeys.start(item));
        for (var cohort : Cohort.values()) {
            counters.merge(new CounterKey(granule, cohort), counts(item, cohort), SalesCounts::plus);
        }
    }

    @Override
    public Map<Cohort, BuyerSketch> buyers(StoreId store, Instant from, Instant to) {
        var sketches = new EnumMap<Cohort, BuyerSketch>(Cohort.class);
        items.within(CounterKeys.buyersPartitions(store, from, to), from, to).forEach(item -> {
            for (var cohort : Cohort.values()) {
                var bytes = item.get(cohort.name());
                if (bytes != null) {
                    sketches.computeIfAbsent(cohort, _ -> BuyerSketch.empty())
                            .add(BuyerSketch.ofBytes(bytes.b().asByteArrayUnsafe()));
                }
            }
        });
        return sketches;
    }

    @Override
    public StoreTotals totals(StoreId store) {
        var lanes = client.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS(CounterKeys.totalsPartition(store)))))
                .items();
        return lanes.stream()
                .map(attributes -> totals(new Item(attributes)))
                .reduce(StoreTotals.ZERO, StoreTotals::plus);
    }

    @Override
    public Optional<Instant> countedUpTo(StoreId store) {
        var found = client.getItem(get -> get.tableName(table).key(CounterKeys.countedUpTo(store)));
        return found.hasItem() ? Optional.of(Instant.parse(new Item(found.item()).text(AT))) : Optional.empty();
    }

    private static StoreTotals totals(Item item) {
        return new StoreTotals(
                item.numberOrZero(ORDERS),
                item.numberOrZero(CUSTOMERS),
                item.numberOrZero(VISITORS),
                new Reachability(
                        item.numberOrZero(WITH_PHONE), item.numberOrZero(WITH_EMAIL), item.numberOrZero(WITH_NEITHER)));
    }

    static SalesCounts counts(Map<String, AttributeValue> item, Cohort cohort) {
        var figures = FIGURES.stream()
                .mapToLong(figure -> new Item(item).numberOrZero(figure.attribute(cohort)))
                .toArray();
        return new SalesCounts(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6]);
    }
}
