package dev.groundswell.cloud.metrics;

import static dev.groundswell.cloud.metrics.CounterKeys.AT;
import static dev.groundswell.cloud.metrics.CounterKeys.CUSTOMERS;
import static dev.groundswell.cloud.metrics.CounterKeys.FIGURES;
import static dev.groundswell.cloud.metrics.CounterKeys.ORDERS;

import dev.groundswell.cloud.dynamodb.Item;
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
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The counters of the table {@code Metrics} as a report reads them: the lanes added up. */
public final class SalesCounterTable implements SalesCounters {

    private final DynamoDbClient client;
    private final String table;

    public SalesCounterTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public SortedMap<CounterKey, SalesCounts> read(StoreId store, Granularity granularity, Instant from, Instant to) {
        var counters = new TreeMap<CounterKey, SalesCounts>();
        items(CounterKeys.partitions(store, granularity, from, to), from, to)
                .forEach(item -> add(counters, granularity, item));
        counters.values().removeIf(SalesCounts::isZero);
        return counters;
    }

    /** Adds the counters of one item, a lane of a granule. */
    static void add(Map<CounterKey, SalesCounts> counters, Granularity granularity, Map<String, AttributeValue> item) {
        var granule = new Granule(granularity, CounterKeys.start(item));
        for (var cohort : Cohort.values()) {
            counters.merge(new CounterKey(granule, cohort), counts(item, cohort), SalesCounts::plus);
        }
    }

    @Override
    public Map<Cohort, BuyerSketch> buyers(StoreId store, Instant from, Instant to) {
        var sketches = new EnumMap<Cohort, BuyerSketch>(Cohort.class);
        items(CounterKeys.buyersPartitions(store, from, to), from, to).forEach(item -> {
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
                .map(item ->
                        new StoreTotals(new Item(item).numberOrZero(ORDERS), new Item(item).numberOrZero(CUSTOMERS)))
                .reduce(StoreTotals.ZERO, StoreTotals::plus);
    }

    @Override
    public Optional<Instant> countedUpTo(StoreId store) {
        var found = client.getItem(get -> get.tableName(table).key(CounterKeys.countedUpTo(store)));
        return found.hasItem() ? Optional.of(Instant.parse(new Item(found.item()).text(AT))) : Optional.empty();
    }

    private Stream<Map<String, AttributeValue>> items(Collection<String> partitions, Instant from, Instant to) {
        return partitions.stream()
                .flatMap(partition -> client
                        .queryPaginator(query -> query.tableName(table)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                                .expressionAttributeValues(Map.of(
                                        ":pk", AttributeValue.fromS(partition),
                                        ":from", AttributeValue.fromS(from.toString()),
                                        ":to", AttributeValue.fromS(to.toString()))))
                        .items()
                        .stream());
    }

    private static SalesCounts counts(Map<String, AttributeValue> item, Cohort cohort) {
        var figures = FIGURES.stream()
                .mapToLong(figure -> new Item(item).numberOrZero(CounterKeys.attribute(cohort, figure)))
                .toArray();
        return new SalesCounts(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6]);
    }
}
