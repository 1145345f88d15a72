package dev.groundswell.cloud.metrics;

import static dev.groundswell.cloud.metrics.CounterKeys.CUSTOMERS;
import static dev.groundswell.cloud.metrics.CounterKeys.FIGURES;
import static dev.groundswell.cloud.metrics.CounterKeys.ORDERS;

import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.CounterKey;
import dev.groundswell.core.metrics.SalesCounts;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Additions to the counters as parts of a transaction. Never outside of one: a lone {@code ADD} whose answer is lost is
 * added again by the SDK's retry, a transaction carries a token against that.
 */
record CounterAdditions(String table) {

    /** One write for each granule, its new and returning customers together. */
    List<TransactWriteItem> toCounters(StoreId store, Map<CounterKey, SalesCounts> changes, int lane) {
        var byGranule = new HashMap<Granule, Map<Cohort, SalesCounts>>();
        changes.forEach((key, counts) ->
                byGranule.computeIfAbsent(key.granule(), _ -> new TreeMap<>()).put(key.cohort(), counts));
        var writes = new ArrayList<TransactWriteItem>();
        byGranule.forEach((granule, cohorts) -> {
            var additions = new HashMap<String, Long>();
            cohorts.forEach((cohort, counts) -> FIGURES.forEach(figure -> additions.put(
                    CounterKeys.attribute(cohort, figure), figure.of().applyAsLong(counts))));
            addition(CounterKeys.counters(store, granule, lane), additions).ifPresent(writes::add);
        });
        return writes;
    }

    Optional<TransactWriteItem> toTotals(StoreId store, StoreTotals totals, int lane) {
        return addition(
                CounterKeys.totals(store, lane), Map.of(ORDERS, totals.orders(), CUSTOMERS, totals.customers()));
    }

    private Optional<TransactWriteItem> addition(Map<String, AttributeValue> key, Map<String, Long> additions) {
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var terms = new ArrayList<String>();
        additions.forEach((name, by) -> {
            if (by != 0) {
                var place = Integer.toString(terms.size());
                names.put("#" + place, name);
                values.put(":" + place, AttributeValue.fromN(Long.toString(by)));
                terms.add("#" + place + " :" + place);
            }
        });
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(TransactWriteItem.builder()
                        .update(Update.builder()
                                .tableName(table)
                                .key(key)
                                .updateExpression("ADD " + String.join(", ", terms))
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .build())
                        .build());
    }
}
