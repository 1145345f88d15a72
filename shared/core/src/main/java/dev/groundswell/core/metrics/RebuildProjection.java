package dev.groundswell.core.metrics;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderArchive;
import dev.groundswell.core.order.OrdersOfBuyer;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Recomputes all profiles and counters of a store from its orders, and compares them with what is stored. Orders that come
 * in meanwhile may show up as differences; a second run tells.
 */
public final class RebuildProjection {

    private final OrderArchive archive;
    private final CountedBuyers countedBuyers;
    private final CounterArchive counters;
    private final ProjectBuyers projection;

    public RebuildProjection(
            OrderArchive archive, OrdersOfBuyer orders, CountedBuyers countedBuyers, CounterArchive counters) {
        this.archive = archive;
        this.countedBuyers = countedBuyers;
        this.counters = counters;
        this.projection = new ProjectBuyers(orders, countedBuyers);
    }

    /** What to do about differences. */
    public enum Mode {
        COMPARE,

        /**
         * Projects the differing buyers anew, whenever; and then moves the counters to the sum over all buyers, which is
         * right only if nobody orders meanwhile.
         */
        REPAIR
    }

    /**
     * What was found: the profiles as they were, the counters as they are once the profiles are repaired.
     *
     * @param buyers            whose orders were read
     * @param orders            that were read
     * @param differingProfiles buyers whose stored profile or contributions are not what their orders say
     * @param differingCounters granules and cohorts whose stored counters are not the sum over all buyers
     * @param totalsDiffer      whether the store's numbers of orders and customers are not those
     */
    public record Comparison(
            long buyers, long orders, long differingProfiles, long differingCounters, boolean totalsDiffer) {

        public boolean isEqual() {
            return differingProfiles == 0 && differingCounters == 0 && !totalsDiffer;
        }
    }

    public Comparison rebuild(Store store, Mode mode) {
        var reading = new Reading(store, mode);
        archive.eachBuyer(store.id(), reading::add);
        reading.compareProfiles();
        return reading.compareCounters();
    }

    private final class Reading {

        private final Store store;
        private final Mode mode;
        private final StoreCalendar calendar;
        private final Map<CounterKey, SalesCounts> expected = new TreeMap<>();
        private final Map<BuyerId, List<Order>> batch = new LinkedHashMap<>();
        private StoreTotals expectedTotals = StoreTotals.ZERO;
        private long differingProfiles;

        Reading(Store store, Mode mode) {
            this.store = store;
            this.mode = mode;
            this.calendar = new StoreCalendar(store.zone());
        }

        void add(BuyerId buyer, List<Order> orders) {
            SalesContributions.of(orders, calendar)
                    .counters()
                    .forEach((key, counts) -> expected.merge(key, counts, SalesCounts::plus));
            expectedTotals = expectedTotals.plus(new StoreTotals(orders.size(), 1));
            batch.put(buyer, orders);
            if (batch.size() == CountedBuyers.MAX_ITEMS) {
                compareProfiles();
            }
        }

        void compareProfiles() {
            var stored = countedBuyers.read(store.id(), batch.keySet());
            var differing = batch.entrySet().stream()
                    .filter(entry -> ProjectBuyers.update(
                                    entry.getKey(),
                                    Optional.ofNullable(stored.get(entry.getKey())),
                                    entry.getValue(),
                                    calendar)
                            .isPresent())
                    .map(Map.Entry::getKey)
                    .toList();
            differingProfiles += differing.size();
            if (mode == Mode.REPAIR && !differing.isEmpty()) {
                projection.project(store, differing).failures().values().forEach(failure -> {
                    throw failure;
                });
            }
            batch.clear();
        }

        Comparison compareCounters() {
            var difference = new TreeMap<>(expected);
            counters.all(store.id())
                    .forEach((key, counts) -> difference.merge(key, counts.negated(), SalesCounts::plus));
            difference.values().removeIf(SalesCounts::isZero);
            var totals = counters.totals(store.id());
            var totalsDifference = new StoreTotals(
                    expectedTotals.orders() - totals.orders(), expectedTotals.customers() - totals.customers());
            if (mode == Mode.REPAIR) {
                counters.correct(store.id(), difference, totalsDifference);
            }
            return new Comparison(
                    expectedTotals.customers(),
                    expectedTotals.orders(),
                    differingProfiles,
                    difference.size(),
                    !totalsDifference.isZero());
        }
    }
}
