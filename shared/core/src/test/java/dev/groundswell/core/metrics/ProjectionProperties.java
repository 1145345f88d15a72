package dev.groundswell.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.behaviour.IngestBehaviour;
import dev.groundswell.core.behaviour.IngestBehaviour.ValidEvent;
import dev.groundswell.core.customer.HistoriesInMemory;
import dev.groundswell.core.metrics.Happening.Books;
import dev.groundswell.core.order.Histories;
import dev.groundswell.core.order.IngestOrderChanges;
import dev.groundswell.core.order.IngestOrderChanges.ValidChange;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.order.RejectedChangesInMemory;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
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
    private HistoriesInMemory histories = new HistoriesInMemory(orders);

    @BeforeTry
    void emptyTables() {
        orders = new OrdersInMemory();
        counters = new CountersInMemory();
        histories = new HistoriesInMemory(orders);
    }

    @Property(tries = 200)
    void anyPermutationRepetitionAndSplittingEndsAsTheDefinitionsSay(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(min = 1, max = 8) int buyers) {
        var random = new Random(seed);
        var store = aStore(random);
        var happened = Happening.some(random, size, buyers);
        var projection = new ProjectBuyers(histories, counters);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(happened, random), random, 20)) {
            ingest(batch, store);
            projection.project(store, Happening.buyers(batch));
        }

        assertThatTablesFollowFrom(happened, store);
    }

    @Property(tries = 200)
    void lateAndRepeatedWakeUpsEndAlike(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        var random = new Random(seed);
        var store = aStore(random);
        var happened = Happening.some(random, size, 4);
        var projection = new ProjectBuyers(histories, counters);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(happened, random), random, 40)) {
            ingest(batch, store);
            if (random.nextBoolean()) {
                projection.project(store, Happening.buyers(batch));
            }
        }
        Histories.split(Histories.shuffledAndRepeated(happened, random), random, 7)
                .forEach(batch -> projection.project(store, Happening.buyers(batch)));

        assertThatTablesFollowFrom(happened, store);
    }

    @Property(tries = 100)
    void aCrashAtAnyWriteIsMendedByTheNextDelivery(@ForAll long seed) {
        var random = new Random(seed);
        var store = aStore(random);
        var happened = Happening.some(random, 40, 6);
        ingest(happened, store);

        var crashes = 0;
        for (var crashAt = 1; crashAt <= 8; crashAt++) {
            var crashing = new CrashingCountedBuyers(counters, crashAt, random.nextBoolean());
            try {
                new ProjectBuyers(histories, crashing).project(store, Happening.buyers(happened));
            } catch (CrashingCountedBuyers.Crash expected) {
                crashes++;
            }
        }
        new ProjectBuyers(histories, counters).project(store, Happening.buyers(happened));

        assertThat(crashes).isPositive();
        assertThatTablesFollowFrom(happened, store);
    }

    @Property(tries = 20)
    void aHeavyBuyerIsCountedInStepsAndEndsAlike(@ForAll long seed) {
        var random = new Random(seed);
        var store = aStore(random);
        var happened = Happening.some(random, 600, 1);
        var projection = new ProjectBuyers(histories, counters);

        for (var batch : Histories.split(Histories.shuffledAndRepeated(happened, random), random, 500)) {
            ingest(batch, store);
            try {
                var crashing = new CrashingCountedBuyers(counters, random.nextInt(1, 30), random.nextBoolean());
                new ProjectBuyers(histories, crashing).project(store, Happening.buyers(batch));
            } catch (CrashingCountedBuyers.Crash crash) {
                projection.project(store, Happening.buyers(batch));
            }
        }

        assertThatTablesFollowFrom(happened, store);
    }

    private static Store aStore(Random random) {
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        return new Store(DEMO, "Demo", Currency.getInstance("CNY"), zone);
    }

    private void ingest(List<Happening> happened, Store store) {
        Happening.note(happened, store, new Books(histories, histories, histories, histories::remind));
        var events = Happening.events(happened).stream()
                .map(event -> new ValidEvent(store, event))
                .toList();
        assertThat(new IngestBehaviour(histories, new RejectedChangesInMemory())
                        .ingest(events, List.of())
                        .failures())
                .isEmpty();
        var valid = Happening.orders(happened).stream()
                .map(change -> new ValidChange(DEMO, change, rejection -> {
                    throw new AssertionError(rejection);
                }))
                .toList();
        var result = new IngestOrderChanges(orders, new RejectedChangesInMemory()).ingest(valid, List.of());
        assertThat(result.failures()).isEmpty();
    }

    private void assertThatTablesFollowFrom(List<Happening> happened, Store store) {
        var expected = new ExpectedTables(happened, store);
        assertThat(counters.all(DEMO)).isEqualTo(expected.counters());
        assertThat(new TreeMap<>(counters.find(DEMO, Happening.buyers(happened))))
                .isEqualTo(expected.profiles());
        assertThat(counters.totals(DEMO)).isEqualTo(expected.totals());
        assertThat(counters.countedUpTo(DEMO)).isEqualTo(expected.countedUpTo());
        assertThat(counters.read(DEMO, Granularity.DAY, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .allSatisfy((key, counts) -> assertThat(new StoreCalendar(store.zone())
                                .granuleOf(Granularity.DAY, key.granule().start()))
                        .isEqualTo(key.granule()));
    }
}
