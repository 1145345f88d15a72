package dev.groundswell.core.metrics;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.metrics.SalesContributions.HourKey;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link CountedBuyers}, {@link SalesCounters}, {@link CounterArchive} and {@link CustomerProfiles} in memory, for tests. */
public final class CountersInMemory implements CountedBuyers, SalesCounters, CounterArchive, CustomerProfiles {

    private final Map<StoreId, OfStore> stores = new HashMap<>();

    private static final class OfStore {
        private final Map<BuyerId, CountedBuyer> buyers = new TreeMap<>();
        private final TreeMap<CounterKey, SalesCounts> counters = new TreeMap<>();
        private final TreeMap<HourKey, BuyerSketch> sketches = new TreeMap<>();
        private StoreTotals totals = StoreTotals.ZERO;
        private Optional<Instant> countedUpTo = Optional.empty();
    }

    @Override
    public synchronized Map<BuyerId, CountedBuyer> read(StoreId store, Collection<BuyerId> buyers) {
        var found = new HashMap<>(of(store).buyers);
        found.keySet().retainAll(List.copyOf(buyers));
        return found;
    }

    @Override
    public synchronized boolean commit(StoreId store, List<BuyerUpdate> updates) {
        var ofStore = of(store);
        var readVersions = updates.stream()
                .allMatch(update -> update.before()
                        .map(CountedBuyer::version)
                        .equals(Optional.ofNullable(ofStore.buyers.get(update.buyer()))
                                .map(CountedBuyer::version)));
        if (!readVersions) {
            return false;
        }
        for (var update : updates) {
            ofStore.buyers.put(
                    update.buyer(), new CountedBuyer(update.version(), update.profile(), update.contributions()));
            update.counterChanges().forEach((key, counts) -> ofStore.counters.merge(key, counts, SalesCounts::plus));
            ofStore.totals = ofStore.totals.plus(update.totalChanges());
        }
        ofStore.counters.values().removeIf(SalesCounts::isZero);
        return true;
    }

    @Override
    public synchronized void sketch(StoreId store, Map<HourKey, Set<BuyerId>> buyers) {
        buyers.forEach((hour, added) -> of(store)
                .sketches
                .computeIfAbsent(hour, _ -> BuyerSketch.empty())
                .add(added));
    }

    @Override
    public synchronized void countedUpTo(StoreId store, Instant lastModifiedAt) {
        var noted = of(store).countedUpTo;
        if (noted.map(lastModifiedAt::isAfter).orElse(true)) {
            of(store).countedUpTo = Optional.of(lastModifiedAt);
        }
    }

    @Override
    public synchronized SortedMap<CounterKey, SalesCounts> read(
            StoreId store, Granularity granularity, Instant from, Instant to) {
        var counters = new TreeMap<>(of(store).counters);
        counters.keySet()
                .removeIf(key -> key.granule().granularity() != granularity
                        || key.granule().start().isBefore(from)
                        || !key.granule().start().isBefore(to));
        return counters;
    }

    @Override
    public synchronized Map<Cohort, BuyerSketch> buyers(StoreId store, Instant from, Instant to) {
        var sketches = new EnumMap<Cohort, BuyerSketch>(Cohort.class);
        of(store).sketches.forEach((hour, sketch) -> {
            if (!hour.start().isBefore(from) && hour.start().isBefore(to)) {
                sketches.computeIfAbsent(hour.cohort(), _ -> BuyerSketch.empty())
                        .add(sketch);
            }
        });
        return sketches;
    }

    @Override
    public synchronized StoreTotals totals(StoreId store) {
        return of(store).totals;
    }

    @Override
    public synchronized Optional<Instant> countedUpTo(StoreId store) {
        return of(store).countedUpTo;
    }

    @Override
    public synchronized Map<BuyerId, CustomerProfile> find(StoreId store, Collection<BuyerId> buyers) {
        var found = new HashMap<BuyerId, CustomerProfile>();
        read(store, buyers).forEach((buyer, counted) -> found.put(buyer, counted.profile()));
        return found;
    }

    @Override
    public synchronized void correct(StoreId store, Map<CounterKey, SalesCounts> differences, StoreTotals totals) {
        var ofStore = of(store);
        differences.forEach((key, counts) -> ofStore.counters.merge(key, counts, SalesCounts::plus));
        ofStore.counters.values().removeIf(SalesCounts::isZero);
        ofStore.totals = ofStore.totals.plus(totals);
    }

    @Override
    public synchronized Map<CounterKey, SalesCounts> all(StoreId store) {
        return Map.copyOf(of(store).counters);
    }

    private OfStore of(StoreId store) {
        return stores.computeIfAbsent(store, _ -> new OfStore());
    }
}
