package dev.groundswell.core.metrics;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.CustomerProfiles;
import dev.groundswell.core.metrics.ContributionKey.HourKey;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link CountedBuyers}, the counters, {@link CounterArchive} and {@link CustomerProfiles} in memory, for tests. */
public final class CountersInMemory
        implements CountedBuyers,
                SalesCounters,
                WarmUpCounters,
                SourceCounters,
                ReminderCounters,
                CounterArchive,
                CustomerProfiles {

    private final Map<StoreId, OfStore> stores = new HashMap<>();

    private static final class OfStore {
        private final Map<BuyerId, CountedBuyer> buyers = new TreeMap<>();
        private final Counters.Sum counters = new Counters.Sum();
        private ZoneId zone = ZoneOffset.UTC;
        private final Map<Granule, Map<Interest, BuyerSketch>> people = new HashMap<>();
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
            ofStore.counters.add(update.counterChanges());
            ofStore.zone = update.contributions().zone();
            ofStore.totals = ofStore.totals.plus(update.totalChanges());
        }
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
    public synchronized void sketchPeople(StoreId store, Map<Granule, Map<Interest, Set<BuyerId>>> people) {
        people.forEach((day, ofDay) -> ofDay.forEach((interest, added) -> of(store)
                .people
                .computeIfAbsent(day, _ -> new EnumMap<>(Interest.class))
                .computeIfAbsent(interest, _ -> BuyerSketch.empty())
                .add(added)));
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
        var counters = new TreeMap<>(all(store).sales());
        counters.keySet()
                .removeIf(key -> key.granule().granularity() != granularity || !isWithin(key.granule(), from, to));
        return counters;
    }

    @Override
    public synchronized SortedMap<CounterKey, WarmUpCounts> warmUp(StoreId store, Instant from, Instant to) {
        var counters = new TreeMap<>(all(store).warmUp());
        counters.keySet().removeIf(key -> !isWithin(key.granule(), from, to));
        return counters;
    }

    @Override
    public synchronized Map<Interest, BuyerSketch> people(StoreId store, Instant from, Instant to) {
        var sketches = new EnumMap<Interest, BuyerSketch>(Interest.class);
        of(store).people.forEach((day, people) -> {
            if (isWithin(day, from, to)) {
                people.forEach((interest, sketch) -> sketches.computeIfAbsent(interest, _ -> BuyerSketch.empty())
                        .add(sketch));
            }
        });
        return sketches;
    }

    @Override
    public synchronized Map<LocalDate, Map<OrderSource, Long>> ordersBySource(
            StoreId store, LocalDate from, LocalDate to) {
        var zone = of(store).zone;
        var days = new TreeMap<LocalDate, Map<OrderSource, Long>>();
        var sales = read(
                store,
                Granularity.DAY,
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
        sales.forEach((key, counts) -> {
            if (counts.ordersPlaced() > 0) {
                days.computeIfAbsent(LocalDate.ofInstant(key.granule().start(), zone), _ -> new TreeMap<>())
                        .merge(OrderSource.LIVE, counts.ordersPlaced(), Long::sum);
            }
        });
        all(store).sources().forEach((granule, sources) -> {
            var day = LocalDate.ofInstant(granule.start(), zone);
            sources.forEach((source, orders) -> days.computeIfPresent(day, (_, ofDay) -> {
                ofDay.merge(source, orders, Long::sum);
                ofDay.computeIfPresent(OrderSource.LIVE, (_, live) -> live.equals(orders) ? null : live - orders);
                return ofDay;
            }));
        });
        return days;
    }

    @Override
    public synchronized SortedMap<LocalDate, ReminderCounts> ofTask(
            StoreId store, String task, LocalDate from, LocalDate to) {
        var days = new TreeMap<LocalDate, ReminderCounts>();
        all(store).reminders().forEach((key, counts) -> {
            if (key.task().equals(task)
                    && !key.day().isBefore(from)
                    && !key.day().isAfter(to)) {
                days.put(key.day(), counts);
            }
        });
        return days;
    }

    private static boolean isWithin(Granule granule, Instant from, Instant to) {
        return !granule.start().isBefore(from) && granule.start().isBefore(to);
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
    public synchronized void correct(StoreId store, Counters differences, StoreTotals totals) {
        var ofStore = of(store);
        ofStore.counters.add(differences);
        ofStore.totals = ofStore.totals.plus(totals);
    }

    @Override
    public synchronized Counters all(StoreId store) {
        return of(store).counters.counters();
    }

    private OfStore of(StoreId store) {
        return stores.computeIfAbsent(store, _ -> new OfStore());
    }
}
