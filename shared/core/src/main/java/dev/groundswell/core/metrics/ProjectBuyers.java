package dev.groundswell.core.metrics;

import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.concurrent.FanOut.Outcome;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.metrics.ContributionKey.HourKey;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.time.Granule;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings the profiles of buyers, and their contributions to the counters, to what their orders and behaviour say now. Each profile
 * remembers what it has counted, and is stored together with the difference in one transaction; so it does not matter how
 * often, in which order or in what company a buyer is projected, nor where an earlier attempt ended.
 */
public final class ProjectBuyers {

    /** Queries under way at once. */
    private static final int PARALLEL_READS = 16;

    /** Another writer may be quicker again and again, but not this often. */
    private static final int MAX_ATTEMPTS = 8;

    private final BuyerHistories histories;
    private final CountedBuyers countedBuyers;

    public ProjectBuyers(BuyerHistories histories, CountedBuyers countedBuyers) {
        this.histories = histories;
        this.countedBuyers = countedBuyers;
    }

    /**
     * What was done.
     *
     * @param changed  buyers whose profile or contributions were brought up to date
     * @param failures why a buyer could not be; to be tried again
     */
    public record Result(int changed, Map<BuyerId, RuntimeException> failures) {}

    public Result project(Store store, Collection<BuyerId> buyers) {
        return project(store, buyers, _ -> {});
    }

    /**
     * The same, for somebody who has to know the histories too, and would otherwise read them again.
     *
     * @param first is handed those that were read before anything that follows from them is stored, some of them several times;
     *              those that it fails for are not stored
     */
    public Result project(Store store, Collection<BuyerId> buyers, Consumer<Collection<BuyerHistory>> first) {
        var run = new Run(store, first);
        var all = List.copyOf(new LinkedHashSet<>(buyers));
        for (var from = 0; from < all.size(); from += CountedBuyers.MAX_ITEMS) {
            run.project(all.subList(from, Math.min(all.size(), from + CountedBuyers.MAX_ITEMS)));
        }
        run.noteLastModified();
        return new Result(run.changed.size(), Map.copyOf(run.failures));
    }

    /** What one buyer's history says: the update that is due, if any. */
    public static Optional<BuyerUpdate> update(
            BuyerId buyer, Optional<CountedBuyer> stored, BuyerHistory history, Store store) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        var update = new BuyerUpdate(
                stored,
                CustomerProfile.of(buyer, history, store),
                Contributions.of(history, new StoreCalendar(store.zone())));
        return update.changesNothing() ? Optional.empty() : Optional.of(update);
    }

    private final class Run {

        private final Store store;
        private final Consumer<Collection<BuyerHistory>> first;
        private final Set<BuyerId> changed = new HashSet<>();
        private final Map<BuyerId, RuntimeException> failures = new HashMap<>();
        private Optional<Instant> lastModifiedAt = Optional.empty();

        Run(Store store, Consumer<Collection<BuyerHistory>> first) {
            this.store = store;
            this.first = first;
        }

        void project(List<BuyerId> buyers) {
            var remaining = buyers;
            for (var attempt = 1; !remaining.isEmpty() && attempt <= MAX_ATTEMPTS; attempt++) {
                remaining = attempt(remaining);
            }
            remaining.forEach(buyer -> failures.put(
                    buyer,
                    new IllegalStateException("Other writers of this profile were quicker " + MAX_ATTEMPTS
                            + " times in a row; the next attempt may succeed.")));
        }

        void noteLastModified() {
            lastModifiedAt.ifPresent(instant -> countedBuyers.countedUpTo(store.id(), instant));
        }

        /** @return the buyers whose profile somebody else has changed meanwhile */
        private List<BuyerId> attempt(List<BuyerId> buyers) {
            // The profiles first: an order or event that comes after them makes their version the loser, never itself.
            var stored = countedBuyers.read(store.id(), buyers);
            var updates = new ArrayList<BuyerUpdate>();
            handedOn(historiesOf(buyers)).forEach((buyer, history) -> {
                note(history);
                update(buyer, Optional.ofNullable(stored.get(buyer)), history, store)
                        .ifPresent(updates::add);
            });
            return store(updates);
        }

        /** Those that could be read. */
        private Map<BuyerId, BuyerHistory> historiesOf(List<BuyerId> buyers) {
            var arguments = new LinkedHashMap<BuyerId, BuyerId>();
            buyers.forEach(buyer -> arguments.put(buyer, buyer));
            var read = new LinkedHashMap<BuyerId, BuyerHistory>();
            FanOut.over(arguments, PARALLEL_READS, buyer -> histories.ofBuyer(store.id(), buyer))
                    .forEach((buyer, outcome) -> {
                        switch (outcome) {
                            case Outcome.Failed<BuyerHistory>(var cause) -> failures.put(buyer, cause);
                            case Outcome.Done<BuyerHistory>(var history) -> read.put(buyer, history);
                        }
                    });
            return read;
        }

        /** All together, or, where that fails for one of them, each by itself. @return those for which it did not fail */
        private Map<BuyerId, BuyerHistory> handedOn(Map<BuyerId, BuyerHistory> read) {
            try {
                first.accept(read.values());
            } catch (RuntimeException forOneOfThem) {
                read.entrySet().removeIf(one -> !isHandedOn(one.getKey(), one.getValue()));
            }
            return read;
        }

        private boolean isHandedOn(BuyerId buyer, BuyerHistory history) {
            try {
                first.accept(List.of(history));
                return true;
            } catch (RuntimeException cause) {
                failures.put(buyer, cause);
                return false;
            }
        }

        private void note(BuyerHistory history) {
            lastModifiedAt = Stream.concat(
                            lastModifiedAt.stream(),
                            history.orders().stream().map(order -> order.times().modifiedAt()))
                    .max(Comparator.naturalOrder());
        }

        private List<BuyerId> store(List<BuyerUpdate> updates) {
            countedBuyers.sketch(store.id(), newlyPaidHours(updates));
            countedBuyers.sketchPeople(store.id(), newPeople(updates));
            var overtaken = new ArrayList<BuyerId>();
            for (var pack : packs(updates)) {
                var stored = pack.stream().allMatch(step -> countedBuyers.commit(store.id(), step));
                var buyers = pack.getFirst().stream().map(BuyerUpdate::buyer).toList();
                (stored ? changed : overtaken).addAll(buyers);
            }
            return overtaken;
        }

        private static Map<HourKey, Set<BuyerId>> newlyPaidHours(List<BuyerUpdate> updates) {
            var hours = new TreeMap<HourKey, Set<BuyerId>>();
            for (var update : updates) {
                var before = update.contributionsBefore().sales().paidHours().keySet();
                update.contributions().sales().paidHours().keySet().stream()
                        .filter(hour -> !before.contains(hour))
                        .forEach(hour -> hours.computeIfAbsent(hour, _ -> new TreeSet<>())
                                .add(update.buyer()));
            }
            return hours;
        }

        private static Map<Granule, Map<Interest, Set<BuyerId>>> newPeople(List<BuyerUpdate> updates) {
            var people = new HashMap<Granule, Map<Interest, Set<BuyerId>>>();
            for (var update : updates) {
                for (var interest : Interest.values()) {
                    var days = update.contributions().days(interest);
                    days.removeAll(update.contributionsBefore().days(interest));
                    days.forEach(day -> people.computeIfAbsent(day, _ -> new EnumMap<>(Interest.class))
                            .computeIfAbsent(interest, _ -> new TreeSet<>())
                            .add(update.buyer()));
                }
            }
            return people;
        }

        /** The updates packed into transactions; one that fits none is a pack of its own, with a transaction per step. */
        private static List<List<List<BuyerUpdate>>> packs(List<BuyerUpdate> updates) {
            var packs = new ArrayList<List<List<BuyerUpdate>>>();
            var pack = new Pack();
            for (var update : updates) {
                if (pack.add(update)) {
                    continue;
                }
                pack.addTo(packs);
                pack = new Pack();
                if (!pack.add(update)) {
                    packs.add(update.inSteps().stream().map(List::of).toList());
                }
            }
            pack.addTo(packs);
            return packs;
        }
    }

    /** Updates that fit one transaction. */
    private static final class Pack {

        /** The item that holds the store's totals. */
        private static final int TOTALS = 1;

        private final List<BuyerUpdate> updates = new ArrayList<>();
        private final Set<Counters.Place> counters = new HashSet<>();
        private int ownWrites;

        boolean add(BuyerUpdate update) {
            var withIt = new HashSet<>(counters);
            withIt.addAll(update.touched());
            if (TOTALS + ownWrites + update.ownWrites() + withIt.size() > CountedBuyers.MAX_ITEMS) {
                return false;
            }
            counters.addAll(withIt);
            ownWrites += update.ownWrites();
            updates.add(update);
            return true;
        }

        void addTo(List<List<List<BuyerUpdate>>> packs) {
            if (!updates.isEmpty()) {
                packs.add(List.of(List.copyOf(updates)));
            }
        }
    }
}
