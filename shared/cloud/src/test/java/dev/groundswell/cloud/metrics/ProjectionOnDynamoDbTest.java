package dev.groundswell.cloud.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.behaviour.BehaviourDayTable;
import dev.groundswell.cloud.customer.BuyerHistoryTable;
import dev.groundswell.cloud.customer.ClickedLinkTable;
import dev.groundswell.cloud.customer.ConsentTable;
import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.customer.MessageTimesTable;
import dev.groundswell.cloud.dynamodb.CrashingDynamoDb;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.cloud.reminder.OrderReminderTable;
import dev.groundswell.core.behaviour.IngestBehaviour;
import dev.groundswell.core.behaviour.IngestBehaviour.ValidEvent;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.metrics.CounterKey;
import dev.groundswell.core.metrics.ExpectedTables;
import dev.groundswell.core.metrics.Happening;
import dev.groundswell.core.metrics.Happening.Books;
import dev.groundswell.core.metrics.ProjectBuyers;
import dev.groundswell.core.metrics.RebuildProjection;
import dev.groundswell.core.metrics.ReminderCounts;
import dev.groundswell.core.metrics.SalesCounts;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.RejectedChangesInMemory;
import dev.groundswell.core.reminder.OrderPhase;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.store.RebuildMode;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Sleeper;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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

    private static final LocalDate FIRST_DAY = LocalDate.ofInstant(ALWAYS_FROM, ZoneOffset.UTC);
    private static final LocalDate LAST_DAY = LocalDate.ofInstant(ALWAYS_TO, ZoneOffset.UTC);

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
        var changes = Happening.some(random, 120, 15);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(changes, random), random, 60)) {
            write(batch);
            projection(dynamoDb(), random).project(store, Happening.buyers(batch));
        }

        assertThatTablesFollowFrom(changes);
    }

    @Test
    void aCrashAtEachWriteInTurnIsMendedByTheNextDelivery() {
        var random = new Random(4);
        var changes = Happening.some(random, 60, 12);
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
        var changes = Happening.some(random, 400, 1);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(changes, random), random, 150)) {
            write(batch);
            projection(dynamoDb(), random).project(store, Happening.buyers(batch));
        }

        assertThatTablesFollowFrom(changes);
    }

    @Test
    void projectionsAtTheSameTimeCountOnce() {
        var changes = Happening.some(new Random(6), 80, 10);
        write(changes);

        var projections = Stream.of(7L, 8L, 9L)
                .map(seed -> CompletableFuture.supplyAsync(
                        () -> projection(dynamoDb(), new Random(seed)).project(store, Happening.buyers(changes))))
                .toList();

        assertThat(projections)
                .allSatisfy(run -> assertThat(run.join().failures()).isEmpty());
        assertThatTablesFollowFrom(changes);
    }

    /** @return whether the projection got as far as that write */
    private boolean crashes(List<Happening> batch, int crashAt, Random random) {
        var crashing = CrashingDynamoDb.at(crashAt, random.nextBoolean(), dynamoDb());
        try {
            projection(crashing, random).project(store, Happening.buyers(batch));
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
        return new ProjectBuyers(new BuyerHistoryTable(dynamoDb(), aws.table("Orders")), countedBuyers(client, random));
    }

    private static CountedBuyerTable countedBuyers(DynamoDbClient client, Random random) {
        return new CountedBuyerTable(client, aws.table("Orders"), aws.table("Metrics"), random);
    }

    private void write(List<Happening> batch) {
        Happening.orders(batch).forEach(order -> orders().write(store.id(), order));
        Happening.note(
                batch,
                store,
                new Books(
                        new ConsentTable(dynamoDb(), aws.table("Orders")),
                        new MessageTimesTable(dynamoDb(), aws.table("Orders")),
                        new ClickedLinkTable(dynamoDb(), aws.table("Orders")),
                        ProjectionOnDynamoDbTest::keep));
        var days = new BehaviourDayTable(dynamoDb(), aws.table("Orders"));
        var events = Happening.events(batch).stream()
                .map(event -> new ValidEvent(store, event))
                .toList();
        var result = new IngestBehaviour(days, new RejectedChangesInMemory()).ingest(events, List.of());
        assertThat(result.failures()).isEmpty();
    }

    /** A write takes each revision after the one before it. */
    private static void keep(StoreId store, OrderReminders known) {
        var transactions = new Transactions(dynamoDb(), Sleeper.system(), new Random(1));
        var table =
                new OrderReminderTable(dynamoDb(), aws.table("Orders"), transactions, InstantSource.fixed(ALWAYS_TO));
        var key = new OrderPhase(known.buyer(), known.order(), known.phase());
        var kept = Optional.ofNullable(table.find(store, List.of(key)).get(key));
        for (var next = kept.map(OrderReminders::revision).orElse(0L) + 1; next <= known.revision(); next++) {
            var written = new OrderReminders(known.buyer(), known.order(), known.phase(), known.reminders(), next);
            assertThat(table.save(store, List.of(written), Map.of())).containsExactly(key);
        }
    }

    private void assertThatTablesFollowFrom(List<Happening> happened) {
        var expected = new ExpectedTables(happened, store);
        var counters = new SalesCounterTable(dynamoDb(), aws.table("Metrics"));

        assertThat(new CounterArchiveTable(dynamoDb(), aws.table("Metrics")).all(store.id()))
                .isEqualTo(expected.counters());
        assertThat(allCounters(counters)).isEqualTo(expected.counters().sales());
        assertThat(new WarmUpCounterTable(dynamoDb(), aws.table("Metrics")).warmUp(store.id(), ALWAYS_FROM, ALWAYS_TO))
                .isEqualTo(expected.counters().warmUp());
        expected.counters()
                .clicks()
                .forEach((to, counts) -> assertThat(
                                new ClickCounterTable(dynamoDb(), aws.table("Metrics")).after(store.id(), to))
                        .isEqualTo(counts));
        assertThat(reminders(expected.counters().reminders().keySet()))
                .isEqualTo(expected.counters().reminders());
        assertThat(new TreeMap<>(new CustomerProfileTable(dynamoDb(), aws.table("Orders"))
                        .find(store.id(), Happening.buyers(happened))))
                .isEqualTo(expected.profiles());
        assertThat(counters.totals(store.id())).isEqualTo(expected.totals());
        assertThat(counters.countedUpTo(store.id())).isEqualTo(expected.countedUpTo());
        assertThat(rebuild().rebuild(store, RebuildMode.COMPARE).isEqual()).isTrue();
    }

    private Map<ReminderKey, ReminderCounts> reminders(Set<ReminderKey> keys) {
        var table = new ReminderCounterTable(dynamoDb(), aws.table("Metrics"));
        var read = new TreeMap<ReminderKey, ReminderCounts>();
        keys.stream()
                .map(ReminderKey::task)
                .distinct()
                .forEach(task -> table.ofTask(store.id(), task, FIRST_DAY, LAST_DAY)
                        .forEach((day, counts) -> read.put(new ReminderKey(day, task), counts)));
        return read;
    }

    private static RebuildProjection rebuild() {
        var histories = new BuyerHistoryTable(dynamoDb(), aws.table("Orders"));
        return new RebuildProjection(
                histories,
                histories,
                countedBuyers(dynamoDb(), new Random(9)),
                new CounterArchiveTable(dynamoDb(), aws.table("Metrics")));
    }

    private Map<CounterKey, SalesCounts> allCounters(SalesCounterTable counters) {
        var all = new TreeMap<CounterKey, SalesCounts>();
        for (var granularity : Granularity.values()) {
            all.putAll(counters.read(store.id(), granularity, ALWAYS_FROM, ALWAYS_TO));
        }
        return all;
    }
}
