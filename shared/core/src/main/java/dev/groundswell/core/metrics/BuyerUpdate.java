package dev.groundswell.core.metrics;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.BuyerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a buyer from what is stored towards what is true: the profile, the contributions, and thereby by how much
 * the counters move.
 *
 * @param before         what is stored; empty for a buyer who is not there yet
 * @param profile        to be stored
 * @param contributions  to be stored
 * @param counterChanges follow from the other three; asked for when updates are packed, and when they are stored
 */
public record BuyerUpdate(
        Optional<CountedBuyer> before, CustomerProfile profile, Contributions contributions, Counters counterChanges) {

    /**
     * A changed hour moves at most the counters of the hour, its day and its month and of the next day and month with an
     * order, and the item of its own month: 72 items for so many, where a transaction has 100.
     */
    private static final int ENTRIES_A_STEP = 12;

    public BuyerUpdate(Optional<CountedBuyer> before, CustomerProfile profile, Contributions contributions) {
        this(
                before,
                profile,
                contributions,
                contributions.counters().minus(countedIn(before, contributions).counters()));
    }

    public BuyerId buyer() {
        return profile.id();
    }

    public boolean changesNothing() {
        return before.map(stored -> stored.profile().equals(profile)
                        && stored.contributions().equals(contributions))
                .orElse(false);
    }

    /** The version that the stored profile gets. */
    public long version() {
        return before.map(CountedBuyer::version).orElse(0L) + 1;
    }

    public Contributions contributionsBefore() {
        return countedIn(before, contributions);
    }

    private static Contributions countedIn(Optional<CountedBuyer> stored, Contributions next) {
        return stored.map(CountedBuyer::contributions).orElseGet(() -> Contributions.none(next.zone()));
    }

    public StoreTotals totalChanges() {
        return StoreTotals.of(profile)
                .minus(before.map(stored -> StoreTotals.of(stored.profile())).orElse(StoreTotals.ZERO));
    }

    /** The items of counters that this moves. */
    Set<Counters.Place> touched() {
        return counterChanges.places();
    }

    /** Items that are written for the buyer itself: the profile, and each month that is kept apart and changes. */
    public int ownWrites() {
        return 1 + contributions.changedMonths(contributionsBefore()).size();
    }

    /**
     * The same step in several, each of which fits a transaction. What is stored in between is true of the counters, and
     * differs from what is true of the orders; so whoever reads it next goes on where this ended.
     */
    public List<BuyerUpdate> inSteps() {
        var changed = contributions.changedKeys(contributionsBefore());
        var steps = new ArrayList<BuyerUpdate>();
        var stored = before;
        for (var from = 0; from < changed.size(); from += ENTRIES_A_STEP) {
            var keys = changed.subList(from, Math.min(changed.size(), from + ENTRIES_A_STEP));
            var reached = countedIn(stored, contributions).with(keys, contributions);
            var step = new BuyerUpdate(stored, profile, reached);
            steps.add(step);
            stored = Optional.of(new CountedBuyer(step.version(), profile, reached));
        }
        return steps.isEmpty() ? List.of(this) : List.copyOf(steps);
    }
}
