package dev.groundswell.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.IngestOrderChanges;
import dev.groundswell.core.order.IngestOrderChanges.ValidChange;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.order.RejectedChangesInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

class ProjectionProperties {

    private static final StoreId DEMO = new StoreId("demo");

    /** Zones with plain hours, with half hours, and with a change of clocks in the months of the histories. */
    private static final List<String> ZONES = List.of("Asia/Shanghai", "Asia/Kolkata", "America/New_York", "-03:00");

    private OrdersInMemory orders = new OrdersInMemory();
    private CountersInMemory counters = new CountersInMemory();

    @BeforeTry
    void emptyTables() {
        orders = new OrdersInMemory();
        counters = new CountersInMemory();
    }

    @Property(tries = 200)
    void anyPermutationRepetitionAndSplittingEndsAsTheDefinitionsSay(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(min = 1, max = 8) int buyers) {
        var random = new Random(seed);
        var store = aStore(random);
        var changes = Histories.changes(random, size, buyers);
        var projection = new ProjectBuyers(orders, counters);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(changes, random), random, 20)) {
            ingest(batch);
            projection.project(store, buyersOf(batch));
        }

        assertThatTablesFollowFrom(changes, store);
    }

    @Property(tries = 200)
    void lateAndRepeatedWakeUpsEndAlike(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        var random = new Random(seed);
        var store = aStore(random);
        var changes = Histories.changes(random, size, 4);
        var projection = new ProjectBuyers(orders, counters);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(changes, random), random, 40)) {
            ingest(batch);
            if (random.nextBoolean()) {
                projection.project(store, buyersOf(batch));
            }
        }
        Histories.split(Histories.shuffledAndRepeated(changes, random), random, 7)
                .forEach(batch -> projection.project(store, buyersOf(batch)));

        assertThatTablesFollowFrom(changes, store);
    }

    @Property(tries = 100)
    void aCrashAtAnyWriteIsMendedByTheNextDelivery(@ForAll long seed) {
        var random = new Random(seed);
        var store = aStore(random);
        var changes = Histories.changes(random, 40, 6);
        ingest(changes);

        var crashes = 0;
        for (var crashAt = 1; crashAt <= 8; crashAt++) {
            var crashing = new CrashingCountedBuyers(counters, crashAt, random.nextBoolean());
            try {
                new ProjectBuyers(orders, crashing).project(store, buyersOf(changes));
            } catch (CrashingCountedBuyers.Crash expected) {
                crashes++;
            }
        }
        new ProjectBuyers(orders, counters).project(store, buyersOf(changes));

        assertThat(crashes).isPositive();
        assertThatTablesFollowFrom(changes, store);
    }

    @Property(tries = 20)
    void aHeavyBuyerIsCountedInStepsAndEndsAlike(@ForAll long seed) {
        var random = new Random(seed);
        var store = aStore(random);
        var changes = Histories.changes(random, 600, 1);
        var projection = new ProjectBuyers(orders, counters);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(changes, random), random, 500)) {
            ingest(batch);
            try {
                var crashing = new CrashingCountedBuyers(counters, random.nextInt(1, 30), random.nextBoolean());
                new ProjectBuyers(orders, crashing).project(store, buyersOf(batch));
            } catch (CrashingCountedBuyers.Crash crash) {
                projection.project(store, buyersOf(batch));
            }
        }

        assertThatTablesFollowFrom(changes, store);
    }

    private static Store aStore(Random random) {
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        return new Store(DEMO, "Demo", Currency.getInstance("CNY"), zone);
    }

    private void ingest(List<Order> changes) {
        var valid = changes.stream()
                .map(change -> new ValidChange(DEMO, change, rejection -> {
                    throw new AssertionError(rejection);
                }))
                .toList();
        var result = new IngestOrderChanges(orders, new RejectedChangesInMemory()).ingest(valid, List.of());
        assertThat(result.failures()).isEmpty();
    }

    private static Collection<BuyerId> buyersOf(List<Order> changes) {
        return changes.stream().map(Order::buyer).distinct().toList();
    }

    private void assertThatTablesFollowFrom(List<Order> changes, Store store) {
        var latest = Histories.latest(changes);
        assertThat(counters.all(DEMO)).isEqualTo(new NaiveSales(latest, store.zone()).counters());
        assertThat(profiles(latest)).isEqualTo(expectedProfiles(latest));
        assertThat(counters.totals(DEMO))
                .isEqualTo(new StoreTotals(
                        latest.values().stream().mapToLong(List::size).sum(), latest.size()));
        assertThat(counters.countedUpTo(DEMO))
                .contains(latest.values().stream()
                        .flatMap(List::stream)
                        .map(order -> order.times().modifiedAt())
                        .max(Instant::compareTo)
                        .orElseThrow());
        assertThat(counters.read(DEMO, Granularity.DAY, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .allSatisfy((key, counts) -> assertThat(new StoreCalendar(store.zone())
                                .granuleOf(Granularity.DAY, key.granule().start()))
                        .isEqualTo(key.granule()));
    }

    private Map<BuyerId, CustomerProfile> profiles(Map<BuyerId, List<Order>> latest) {
        return new TreeMap<>(counters.find(DEMO, latest.keySet()));
    }

    private static Map<BuyerId, CustomerProfile> expectedProfiles(Map<BuyerId, List<Order>> latest) {
        var expected = new TreeMap<BuyerId, CustomerProfile>();
        latest.forEach((buyer, orders) -> expected.put(buyer, CustomerProfile.of(buyer, orders)));
        return expected;
    }
}
