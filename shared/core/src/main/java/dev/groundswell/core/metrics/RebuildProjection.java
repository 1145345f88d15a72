package dev.groundswell.core.metrics;

import dev.groundswell.core.customer.BuyerArchive;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.RebuildMode;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.StoreCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recomputes all profiles and counters of a store from its orders and behaviour, and compares them with what is stored. What
 * comes in meanwhile may show up as differences; a second run tells.
 */
public final class RebuildProjection {

    private final BuyerArchive archive;
    private final CountedBuyers countedBuyers;
    private final CounterArchive counters;
    private final ProjectBuyers projection;

    public RebuildProjection(
            BuyerArchive archive, BuyerHistories histories, CountedBuyers countedBuyers, CounterArchive counters) {
        this.archive = archive;
        this.countedBuyers = countedBuyers;
        this.counters = counters;
        this.projection = new ProjectBuyers(histories, countedBuyers);
    }

    /**
     * What was found: the profiles as they were, the counters as they are once the profiles are repaired.
     *
     * @param buyers            whose histories were read
     * @param orders            that were read
     * @param differingProfiles buyers whose stored profile or contributions are not what their histories say
     * @param differingCounters granules with cohort or source, senders of clicked links, and tasks' days of reminders, whose stored
     *                          counters are not the sum over all buyers
     * @param totalsDiffer      whether the store's numbers of orders and people are not those
     */
    public record Comparison(
            long buyers, long orders, long differingProfiles, long differingCounters, boolean totalsDiffer) {

        public boolean isEqual() {
            return differingProfiles == 0 && differingCounters == 0 && !totalsDiffer;
        }
    }

    /**
     * Compares, and repairs if it is asked to: the differing buyers are projected anew, whenever; the counters are moved to the sum
     * over all buyers, which is right only if nothing comes in meanwhile.
     */
    public Comparison rebuild(Store store, RebuildMode mode) {
        var reading = new Reading(store, mode);
        archive.eachBuyer(store.id(), reading::add);
        reading.compareProfiles();
        return reading.compareCounters();
    }

    private final class Reading {

        private final Store store;
        private final RebuildMode mode;
        private final StoreCalendar calendar;
        private final Counters.Sum expected = new Counters.Sum();
        private final Map<BuyerId, BuyerHistory> batch = new LinkedHashMap<>();
        private long buyers;
        private StoreTotals expectedTotals = StoreTotals.ZERO;
        private long differingProfiles;

        Reading(Store store, RebuildMode mode) {
            this.store = store;
            this.mode = mode;
            this.calendar = new StoreCalendar(store.zone());
        }

        void add(BuyerId buyer, BuyerHistory history) {
            if (history.isEmpty()) {
                return;
            }
            expected.add(Contributions.of(history, calendar).counters());
            expectedTotals = expectedTotals.plus(StoreTotals.of(CustomerProfile.of(buyer, history, store)));
            buyers++;
            batch.put(buyer, history);
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
                                    store)
                            .isPresent())
                    .map(Map.Entry::getKey)
                    .toList();
            differingProfiles += differing.size();
            if (mode == RebuildMode.REPAIR && !differing.isEmpty()) {
                projection.project(store, differing).failures().values().forEach(failure -> {
                    throw failure;
                });
            }
            batch.clear();
        }

        Comparison compareCounters() {
            var difference = expected.counters().minus(counters.all(store.id()));
            var totalsDifference = expectedTotals.minus(counters.totals(store.id()));
            if (mode == RebuildMode.REPAIR) {
                counters.correct(store.id(), difference, totalsDifference);
            }
            return new Comparison(
                    buyers, expectedTotals.orders(), differingProfiles, difference.size(), !totalsDifference.isZero());
        }
    }
}
