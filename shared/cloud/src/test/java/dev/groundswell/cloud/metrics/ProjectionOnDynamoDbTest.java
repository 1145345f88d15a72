package dev.groundswell.cloud.metrics;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.metrics.CounterKey;
import dev.groundswell.core.metrics.NaiveSales;
import dev.groundswell.core.metrics.ProjectBuyers;
import dev.groundswell.core.metrics.SalesCounts;
import dev.groundswell.core.metrics.StoreTotals;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ProjectionOnDynamoDbTest {

    private static final Instant ALWAYS_FROM = Instant.parse("2019-01-01T00:00:00Z");
    private static final Instant ALWAYS_TO = Instant.parse("2021-01-01T00:00:00Z");

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final Store store = new Store(
            new StoreId(UUID.randomUUID().toString()),
            "Demo",
            Currency.getInstance("CNY"),
            ZoneId.of("America/New_York"));

    @BeforeAll
    static void createTables() {
        aws.assumeManyTransactions();
        aws.createTables("Orders", "OrderBuyers", "Metrics");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void profilesAndCountersAreThoseOfTheLatestSnapshots(long seed) {
        var random = new Random(seed);
        var changes = Histories.changes(random, 120, 15);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(changes, random), random, 60)) {
            write(batch);
            projection(dynamoDb(), random).project(store, buyersOf(batch));
        }

        assertThatTablesFollowFrom(changes);
    }

    @Test
    void aCrashAtEachWriteInTurnIsMendedByTheNextDelivery() {
        var random = new Random(4);
        var changes = Histories.changes(random, 60, 12);
        var crashes = 0;
        var batches = Histories.split(Histories.shuffledAndRepeated(changes, random), random, 40);
        for (var batch : batches) {
            write(batch);
            for (var crashAt = 1; crashes(batch, crashAt, random); crashAt++) {
                crashes++;
            }
        }

        assertThat(crashes).isGreaterThan(batches.size());
        assertThatTablesFollowFrom(changes);
    }

    @Test
    void aHeavyBuyersMonthsAreKeptApartAndCountedExactly() {
        var random = new Random(5);
        var changes = Histories.changes(random, 400, 1);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(changes, random), random, 150)) {
            write(batch);
            projection(dynamoDb(), random).project(store, buyersOf(batch));
        }

        assertThatTablesFollowFrom(changes);
    }

    @Test
    void projectionsAtTheSameTimeCountOnce() {
        var changes = Histories.changes(new Random(6), 80, 10);
        write(changes);

        var projections = Stream.of(7L, 8L, 9L)
                .map(seed -> CompletableFuture.supplyAsync(
                        () -> projection(dynamoDb(), new Random(seed)).project(store, buyersOf(changes))))
                .toList();

        assertThat(projections)
                .allSatisfy(run -> assertThat(run.join().failures()).isEmpty());
        assertThatTablesFollowFrom(changes);
    }

    /** @return whether the projection got as far as that write */
    private boolean crashes(List<Order> batch, int crashAt, Random random) {
        var crashing = CrashingDynamoDb.at(crashAt, random.nextBoolean(), dynamoDb());
        try {
            projection(crashing, random).project(store, buyersOf(batch));
            return false;
        } catch (CrashingDynamoDb.Crash expected) {
            return true;
        }
    }

    private static DynamoDbClient dynamoDb() {
        return aws.clients().dynamoDb();
    }

    private static OrderTable orders() {
        return new OrderTable(dynamoDb(), aws.table("Orders"), aws.table("OrderBuyers"));
    }

    private static ProjectBuyers projection(DynamoDbClient client, Random random) {
        return new ProjectBuyers(
                orders(), new CountedBuyerTable(client, aws.table("Orders"), aws.table("Metrics"), random));
    }

    private void write(List<Order> batch) {
        batch.forEach(order -> orders().write(store.id(), order));
    }

    private static Collection<BuyerId> buyersOf(List<Order> changes) {
        return changes.stream().map(Order::buyer).distinct().toList();
    }

    private void assertThatTablesFollowFrom(List<Order> changes) {
        var latest = Histories.latest(changes);
        var counters = new SalesCounterTable(dynamoDb(), aws.table("Metrics"));

        assertThat(allCounters(counters)).isEqualTo(new NaiveSales(latest, store.zone()).counters());
        assertThat(new TreeMap<>(
                        new CustomerProfileTable(dynamoDb(), aws.table("Orders")).find(store.id(), latest.keySet())))
                .isEqualTo(latest.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, buyer -> CustomerProfile.of(buyer.getKey(), buyer.getValue()))));
        assertThat(counters.totals(store.id()))
                .isEqualTo(new StoreTotals(
                        latest.values().stream().mapToLong(List::size).sum(), latest.size()));
        assertThat(counters.countedUpTo(store.id()))
                .isEqualTo(latest.values().stream()
                        .flatMap(List::stream)
                        .map(order -> order.times().modifiedAt())
                        .max(Instant::compareTo));
    }

    private Map<CounterKey, SalesCounts> allCounters(SalesCounterTable counters) {
        var all = new TreeMap<CounterKey, SalesCounts>();
        for (var granularity : Granularity.values()) {
            all.putAll(counters.read(store.id(), granularity, ALWAYS_FROM, ALWAYS_TO));
        }
        return all;
    }
}
