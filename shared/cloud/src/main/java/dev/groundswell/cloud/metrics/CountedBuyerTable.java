package dev.groundswell.cloud.metrics;

import static dev.groundswell.cloud.customer.CustomerProfileTable.VERSION;
import static dev.groundswell.cloud.metrics.CounterKeys.AT;
import static dev.groundswell.cloud.metrics.CounterKeys.LANES;
import static dev.groundswell.cloud.metrics.CounterKeys.PK;
import static dev.groundswell.cloud.metrics.CounterKeys.REVISION;
import static dev.groundswell.cloud.metrics.CounterKeys.SK;

import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.dynamodb.BatchGet;
import dev.groundswell.cloud.dynamodb.Item;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.metrics.BuyerSketch;
import dev.groundswell.core.metrics.BuyerUpdate;
import dev.groundswell.core.metrics.Cohort;
import dev.groundswell.core.metrics.ContributionKey.HourKey;
import dev.groundswell.core.metrics.Contributions;
import dev.groundswell.core.metrics.CountedBuyer;
import dev.groundswell.core.metrics.CountedBuyers;
import dev.groundswell.core.metrics.Counters;
import dev.groundswell.core.metrics.Interest;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.FixedWidth;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Profiles and what they have counted, in the table {@code Orders}; and the counters, in {@code Metrics}. A heavy buyer's
 * contributions lie beside the profile, an item {@code counted#month} each.
 */
public final class CountedBuyerTable implements CountedBuyers {

    private static final String COUNTED_PREFIX = "counted#";
    private static final String ZONE = "zone";
    private static final String COUNTED_APART = "countedApart";

    /** A transaction that met another one in an item is worth repeating this often before its profiles are read again. */
    private static final int MAX_COLLISIONS = 6;

    private static final int MAX_SKETCH_ATTEMPTS = 20;

    private static final int FIRST_PAUSE_MILLIS = 5;

    private final DynamoDbClient client;
    private final String orders;
    private final String metrics;
    private final RandomGenerator random;
    private final CounterAdditions additions;

    /** @param random chooses lanes and pauses */
    public CountedBuyerTable(DynamoDbClient client, String orders, String metrics, RandomGenerator random) {
        this.client = client;
        this.orders = orders;
        this.metrics = metrics;
        this.random = random;
        this.additions = new CounterAdditions(metrics);
    }

    @Override
    public Map<BuyerId, CountedBuyer> read(StoreId store, Collection<BuyerId> buyers) {
        var items = new BatchGet(client, orders, true)
                .find(new LinkedHashSet<>(buyers), buyer -> CustomerProfileTable.key(store, buyer), PK, SK);
        var found = new HashMap<BuyerId, CountedBuyer>();
        items.forEach((buyer, item) -> found.put(
                buyer,
                new CountedBuyer(
                        new Item(item).number(VERSION),
                        CustomerProfileTable.profile(buyer, item),
                        contributions(store, buyer, item))));
        return found;
    }

    @Override
    public boolean commit(StoreId store, List<BuyerUpdate> updates) {
        var lane = random.nextInt(LANES);
        var writes = new ArrayList<TransactWriteItem>();
        updates.forEach(update -> addOwnWrites(writes, store, update));
        writes.addAll(additions.toCounters(store, counterChanges(updates), lane));
        additions.toTotals(store, totalChanges(updates), lane).ifPresent(writes::add);
        for (var collisions = 0; ; collisions++) {
            try {
                client.transactWriteItems(transaction -> transaction.transactItems(writes));
                return true;
            } catch (TransactionCanceledException refused) {
                if (hasReason(refused, "ConditionalCheckFailed")) {
                    return false;
                }
                if (!hasReason(refused, "TransactionConflict") || collisions == MAX_COLLISIONS) {
                    throw refused;
                }
                pause(collisions);
            }
        }
    }

    @Override
    public void sketch(StoreId store, Map<HourKey, Set<BuyerId>> buyers) {
        var hours = new TreeMap<Instant, Map<Cohort, Set<BuyerId>>>();
        buyers.forEach((hour, ofHour) ->
                hours.computeIfAbsent(hour.start(), _ -> new TreeMap<>()).put(hour.cohort(), ofHour));
        var lane = random.nextInt(LANES);
        hours.forEach((hour, cohorts) -> sketch(CounterKeys.buyers(store, hour, lane), cohorts));
    }

    @Override
    public void sketchPeople(StoreId store, Map<Granule, Map<Interest, Set<BuyerId>>> people) {
        var lane = random.nextInt(LANES);
        people.forEach((day, ofDay) -> sketch(CounterKeys.people(store, day.start(), lane), ofDay));
    }

    @Override
    public void countedUpTo(StoreId store, Instant lastModifiedAt) {
        try {
            client.updateItem(update -> update.tableName(metrics)
                    .key(CounterKeys.countedUpTo(store))
                    .updateExpression("SET #at = :at")
                    .conditionExpression("attribute_not_exists(#at) OR #at < :at")
                    .expressionAttributeNames(Map.of("#at", AT))
                    .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(FixedWidth.format(lastModifiedAt)))));
        } catch (ConditionalCheckFailedException laterIsNoted) {
            // As it should be: the greatest stays.
        }
    }

    private Contributions contributions(StoreId store, BuyerId buyer, Map<String, AttributeValue> profile) {
        var zone = ZoneId.of(new Item(profile).text(ZONE));
        if (!profile.containsKey(COUNTED_APART)) {
            return ContributionsText.read(zone, List.of(profile));
        }
        var months = client.queryPaginator(query -> query.tableName(orders)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :counted)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(BuyerPartitions.key(store, buyer)),
                                ":counted", AttributeValue.fromS(COUNTED_PREFIX)))
                        .consistentRead(true))
                .items();
        return ContributionsText.read(zone, months);
    }

    private static Counters counterChanges(List<BuyerUpdate> updates) {
        var changes = new Counters.Sum();
        updates.forEach(update -> changes.add(update.counterChanges()));
        return changes.counters();
    }

    private static StoreTotals totalChanges(List<BuyerUpdate> updates) {
        return updates.stream().map(BuyerUpdate::totalChanges).reduce(StoreTotals.ZERO, StoreTotals::plus);
    }

    private void addOwnWrites(List<TransactWriteItem> writes, StoreId store, BuyerUpdate update) {
        var months = update.contributions().monthsApart();
        writes.add(TransactWriteItem.builder()
                .put(profile(store, update, months.isEmpty()))
                .build());
        for (var month : update.contributions().changedMonths(update.contributionsBefore())) {
            writes.add(month(store, update.buyer(), month, months));
        }
    }

    private Put profile(StoreId store, BuyerUpdate update, boolean countedHere) {
        var item = new HashMap<>(CustomerProfileTable.key(store, update.buyer()));
        item.putAll(CustomerProfileTable.attributes(update.profile(), update.version()));
        item.put(ZONE, AttributeValue.fromS(update.contributions().zone().getId()));
        if (countedHere) {
            item.putAll(ContributionsText.write(update.contributions()));
        } else {
            item.put(COUNTED_APART, AttributeValue.fromBool(true));
        }
        var put = Put.builder().tableName(orders).item(item);
        return update.before()
                .map(before -> put.conditionExpression("version = :read")
                        .expressionAttributeValues(Map.of(":read", number(before.version()))))
                .orElseGet(() -> put.conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private TransactWriteItem month(
            StoreId store, BuyerId buyer, YearMonth month, SortedMap<YearMonth, Contributions> months) {
        var key = Map.of(
                PK, AttributeValue.fromS(BuyerPartitions.key(store, buyer)),
                SK, AttributeValue.fromS(COUNTED_PREFIX + month));
        var ofMonth = months.get(month);
        if (ofMonth == null) {
            return TransactWriteItem.builder()
                    .delete(delete -> delete.tableName(orders).key(key))
                    .build();
        }
        var item = new HashMap<>(key);
        item.putAll(ContributionsText.write(ofMonth));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(orders).item(item))
                .build();
    }

    /** Read, unite, put if nobody else has meanwhile. */
    private void sketch(Map<String, AttributeValue> key, Map<? extends Enum<?>, Set<BuyerId>> buyers) {
        for (var attempt = 0; attempt < MAX_SKETCH_ATTEMPTS; attempt++) {
            if (trySketch(key, buyers)) {
                return;
            }
            pause(Math.min(attempt, MAX_COLLISIONS));
        }
        throw new IllegalStateException("Other writers of the sketch " + new Item(key).text(SK) + " were quicker "
                + MAX_SKETCH_ATTEMPTS + " times in a row.");
    }

    private boolean trySketch(Map<String, AttributeValue> key, Map<? extends Enum<?>, Set<BuyerId>> buyers) {
        var found = client.getItem(get -> get.tableName(metrics).key(key).consistentRead(true));
        var before = found.hasItem() ? found.item() : Map.<String, AttributeValue>of();
        var item = new HashMap<>(before);
        item.putAll(key);
        buyers.forEach((group, added) -> item.put(group.name(), united(new Item(before).find(group.name()), added)));
        if (item.equals(before)) {
            return true;
        }
        var revision = new Item(before).numberOrZero(REVISION);
        item.put(REVISION, number(revision + 1));
        try {
            client.putItem(put -> {
                put.tableName(metrics).item(item);
                if (revision == 0) {
                    put.conditionExpression("attribute_not_exists(pk)");
                } else {
                    put.conditionExpression("revision = :read")
                            .expressionAttributeValues(Map.of(":read", number(revision)));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException somebodyElseWas) {
            return false;
        }
    }

    private static AttributeValue united(Optional<AttributeValue> before, Set<BuyerId> added) {
        var sketch = before.map(bytes -> BuyerSketch.ofBytes(bytes.b().asByteArrayUnsafe()))
                .orElseGet(BuyerSketch::empty);
        sketch.add(added);
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(sketch.toBytes()));
    }

    private static boolean hasReason(TransactionCanceledException refused, String code) {
        return refused.hasCancellationReasons()
                && refused.cancellationReasons().stream().anyMatch(reason -> code.equals(reason.code()));
    }

    /** A random part of a time that doubles, so that those who met do not meet again. */
    private void pause(int collisions) {
        try {
            Thread.sleep(random.nextInt(1, FIRST_PAUSE_MILLIS << collisions));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another transaction was under way.", interrupted);
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
