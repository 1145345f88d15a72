package dev.groundswell.cloud.metrics;

import static dev.groundswell.cloud.metrics.CounterKeys.WARM_UP_FIGURES;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.behaviour.BehaviourCounts;
import dev.groundswell.core.metrics.BuyerSketch;
import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.CounterKey;
import dev.groundswell.core.metrics.Interest;
import dev.groundswell.core.metrics.WarmUpCounters;
import dev.groundswell.core.metrics.WarmUpCounts;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The behaviour among the counters of the table {@code Metrics}: the lanes added up. */
public final class WarmUpCounterTable implements WarmUpCounters {

    private final CounterItems items;

    public WarmUpCounterTable(DynamoDbClient client, String table) {
        this.items = new CounterItems(client, table);
    }

    @Override
    public SortedMap<CounterKey, WarmUpCounts> warmUp(StoreId store, Instant from, Instant to) {
        var counters = new TreeMap<CounterKey, WarmUpCounts>();
        items.within(CounterKeys.partitions(store, Granularity.DAY, from, to), from, to)
                .forEach(item -> {
                    var day = new Granule(Granularity.DAY, CounterKeys.start(item));
                    for (var cohort : Cohort.values()) {
                        counters.merge(new CounterKey(day, cohort), counts(item, cohort), WarmUpCounts::plus);
                    }
                });
        counters.values().removeIf(WarmUpCounts::isZero);
        return counters;
    }

    @Override
    public Map<Interest, BuyerSketch> people(StoreId store, Instant from, Instant to) {
        var sketches = new EnumMap<Interest, BuyerSketch>(Interest.class);
        items.within(CounterKeys.peoplePartitions(store, from, to), from, to).forEach(item -> {
            for (var interest : Interest.values()) {
                var bytes = item.get(interest.name());
                if (bytes != null) {
                    sketches.computeIfAbsent(interest, _ -> BuyerSketch.empty())
                            .add(BuyerSketch.ofBytes(bytes.b().asByteArrayUnsafe()));
                }
            }
        });
        return sketches;
    }

    static WarmUpCounts counts(Map<String, AttributeValue> item, Cohort cohort) {
        var figures = WARM_UP_FIGURES.stream()
                .mapToLong(figure -> new Item(item).numberOrZero(figure.attribute(cohort)))
                .toArray();
        return new WarmUpCounts(
                figures[0],
                figures[1],
                figures[2],
                new BehaviourCounts(figures[3], figures[4], figures[5], figures[6], figures[7]),
                figures[8]);
    }
}
