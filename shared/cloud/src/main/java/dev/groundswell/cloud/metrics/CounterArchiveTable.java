package dev.groundswell.cloud.metrics;

import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.CounterArchive;
import dev.groundswell.core.metrics.CounterKey;
import dev.groundswell.core.metrics.Counters;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import java.util.ArrayList;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The counters of the table {@code Metrics} from end to end, and their correction. */
public final class CounterArchiveTable implements CounterArchive {

    /** Far below a transaction's 100 items, and small enough to be repeated if it meets another one. */
    private static final int CORRECTIONS_AT_ONCE = 50;

    private static final int LANE = 0;

    private final DynamoDbClient client;
    private final String table;
    private final SalesCounterTable counters;
    private final CounterAdditions additions;

    public CounterArchiveTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.counters = new SalesCounterTable(client, table);
        this.additions = new CounterAdditions(table);
    }

    @Override
    public Counters all(StoreId store) {
        var sum = new Counters.Sum();
        for (var granularity : Granularity.values()) {
            in(store + "|" + granularity)
                    .forEach(item -> add(sum, new Granule(granularity, CounterKeys.start(item)), item));
        }
        var clicks = CounterKeys.clicksPartitions(store);
        in(clicks)
                .forEach(item -> sum.addClicks(
                        new Item(item).text(CounterKeys.PK).substring(clicks.length()),
                        ClickCounterTable.counts(item)));
        var reminders = CounterKeys.remindersPartitions(store);
        in(reminders)
                .forEach(item -> sum.addReminders(
                        new ReminderKey(
                                CounterKeys.day(item),
                                new Item(item).text(CounterKeys.PK).substring(reminders.length())),
                        ReminderCounterTable.counts(item)));
        return sum.counters();
    }

    /** @param partitions what their keys begin with */
    private Iterable<Map<String, AttributeValue>> in(String partitions) {
        return client.scanPaginator(scan -> scan.tableName(table)
                        .filterExpression("begins_with(pk, :partitions)")
                        .expressionAttributeValues(Map.of(":partitions", AttributeValue.fromS(partitions)))
                        .consistentRead(true))
                .items();
    }

    /** Adds the counters of one item, a lane of a granule. */
    private static void add(Counters.Sum sum, Granule granule, Map<String, AttributeValue> item) {
        for (var cohort : Cohort.values()) {
            var key = new CounterKey(granule, cohort);
            sum.addSales(key, SalesCounterTable.counts(item, cohort));
            sum.addWarmUp(key, WarmUpCounterTable.counts(item, cohort));
        }
        CounterKeys.sources(item).forEach((source, orders) -> sum.addSource(granule, source, orders));
    }

    @Override
    public StoreTotals totals(StoreId store) {
        return counters.totals(store);
    }

    @Override
    public void correct(StoreId store, Counters differences, StoreTotals totals) {
        var writes = new ArrayList<>(additions.toCounters(store, differences, LANE));
        additions.toTotals(store, totals, LANE).ifPresent(writes::add);
        for (var from = 0; from < writes.size(); from += CORRECTIONS_AT_ONCE) {
            var part = writes.subList(from, Math.min(writes.size(), from + CORRECTIONS_AT_ONCE));
            client.transactWriteItems(transaction -> transaction.transactItems(part));
        }
    }
}
