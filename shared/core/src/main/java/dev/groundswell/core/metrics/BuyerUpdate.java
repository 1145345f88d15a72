package dev.groundswell.core.metrics;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.time.Granule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a buyer from what is stored towards what is true: the profile, the contributions, and thereby by how much
 * the counters move.
 *
 * @param before        what is stored; empty for a buyer who is not there yet
 * @param profile       to be stored
 * @param contributions to be stored
 */
public record BuyerUpdate(Optional<CountedBuyer> before, CustomerProfile profile, SalesContributions contributions) {

    /** So many changed hours move at most three counters each, and a next day's: far below a transaction's 100 items. */
    private static final int HOURS_A_STEP = 20;

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

    public SalesContributions contributionsBefore() {
        return before.map(CountedBuyer::contributions).orElseGet(() -> SalesContributions.none(contributions.zone()));
    }

    public Map<CounterKey, SalesCounts> counterChanges() {
        return contributions.since(contributionsBefore());
    }

    public StoreTotals totalChanges() {
        return new StoreTotals(
                profile.orders()
                        - before.map(stored -> stored.profile().orders()).orElse(0),
                before.isPresent() ? 0 : 1);
    }

    /** The counters, each of a granule, that this moves. */
    public Set<Granule> touchedGranules() {
        var granules = new HashSet<Granule>();
        counterChanges().keySet().forEach(key -> granules.add(key.granule()));
        return granules;
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
        var changed = contributions.changedHours(contributionsBefore());
        var steps = new ArrayList<BuyerUpdate>();
        var stored = before;
        for (var from = 0; from < changed.size(); from += HOURS_A_STEP) {
            var hours = changed.subList(from, Math.min(changed.size(), from + HOURS_A_STEP));
            var reached = stored.map(CountedBuyer::contributions)
                    .orElseGet(() -> SalesContributions.none(contributions.zone()))
                    .with(hours, contributions);
            var step = new BuyerUpdate(stored, profile, reached);
            steps.add(step);
            stored = Optional.of(new CountedBuyer(step.version(), profile, reached));
        }
        return steps.isEmpty() ? List.of(this) : List.copyOf(steps);
    }
}
