package dev.groundswell.cloud.metrics;

import static dev.groundswell.cloud.metrics.CounterKeys.CLICK_FIGURES;
import static dev.groundswell.cloud.metrics.CounterKeys.CUSTOMERS;
import static dev.groundswell.cloud.metrics.CounterKeys.FIGURES;
import static dev.groundswell.cloud.metrics.CounterKeys.ORDERS;
import static dev.groundswell.cloud.metrics.CounterKeys.REMINDER_FIGURES;
import static dev.groundswell.cloud.metrics.CounterKeys.VISITORS;
import static dev.groundswell.cloud.metrics.CounterKeys.WARM_UP_FIGURES;
import static dev.groundswell.cloud.metrics.CounterKeys.WITH_EMAIL;
import static dev.groundswell.cloud.metrics.CounterKeys.WITH_NEITHER;
import static dev.groundswell.cloud.metrics.CounterKeys.WITH_PHONE;

import dev.groundswell.core.metrics.ClickCounts;
import dev.groundswell.core.metrics.Counters;
import dev.groundswell.core.metrics.ReminderCounts;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Additions to the counters as parts of a transaction. Never outside of one: a lone {@code ADD} whose answer is lost is
 * added again by the SDK's retry, a transaction carries a token against that.
 */
record CounterAdditions(String table) {

    /** One write for each sender's clicks, for each day of a task's reminders, and for each granule: new and returning customers, sales, behaviour and sources together. */
    List<TransactWriteItem> toCounters(StoreId store, Counters changes, int lane) {
        var byGranule = new HashMap<Granule, Map<String, Long>>();
        changes.sales()
                .forEach((key, counts) -> FIGURES.forEach(figure -> byGranule
                        .computeIfAbsent(key.granule(), _ -> new HashMap<>())
                        .put(figure.attribute(key.cohort()), figure.of().applyAsLong(counts))));
        changes.warmUp()
                .forEach((key, counts) -> WARM_UP_FIGURES.forEach(figure -> byGranule
                        .computeIfAbsent(key.granule(), _ -> new HashMap<>())
                        .put(figure.attribute(key.cohort()), figure.of().applyAsLong(counts))));
        changes.sources()
                .forEach((day, orders) -> orders.forEach((source, number) -> byGranule
                        .computeIfAbsent(day, _ -> new HashMap<>())
                        .put(CounterKeys.attribute(source), number)));
        var writes = new ArrayList<TransactWriteItem>();
        byGranule.forEach((granule, additions) ->
                addition(CounterKeys.counters(store, granule, lane), additions).ifPresent(writes::add));
        changes.clicks()
                .forEach((to, counts) -> addition(CounterKeys.clicks(store, to, lane), additions(counts))
                        .ifPresent(writes::add));
        changes.reminders()
                .forEach((key, counts) -> addition(CounterKeys.reminders(store, key, lane), additions(counts))
                        .ifPresent(writes::add));
        return writes;
    }

    private static Map<String, Long> additions(ReminderCounts counts) {
        var additions = new HashMap<String, Long>();
        REMINDER_FIGURES.forEach(
                figure -> additions.put(figure.name(), figure.of().applyAsLong(counts)));
        counts.dropped().forEach((reason, number) -> additions.put(CounterKeys.attribute(reason), number));
        return additions;
    }

    private static Map<String, Long> additions(ClickCounts counts) {
        var additions = new HashMap<String, Long>();
        CLICK_FIGURES.forEach(figure -> additions.put(figure.name(), figure.of().applyAsLong(counts)));
        return additions;
    }

    Optional<TransactWriteItem> toTotals(StoreId store, StoreTotals totals, int lane) {
        return addition(
                CounterKeys.totals(store, lane),
                Map.of(
                        ORDERS, totals.orders(),
                        CUSTOMERS, totals.customers(),
                        VISITORS, totals.visitors(),
                        WITH_PHONE, totals.reachability().withPhone(),
                        WITH_EMAIL, totals.reachability().withEmail(),
                        WITH_NEITHER, totals.reachability().withNeither()));
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
