package dev.groundswell.core.audience;

import dev.groundswell.core.audience.AudienceShards.PutResult;
import dev.groundswell.core.concurrent.FanOut;
import dev.groundswell.core.concurrent.FanOut.Outcome;
import dev.groundswell.core.customer.ProfileVersions;
import dev.groundswell.core.customer.ProfileVersions.Versioned;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Brings the index to what the profiles of buyers say now, by a delta for each of them. */
public final class IndexCustomers {

    /** Writes under way at once. */
    private static final int PARALLEL_WRITES = 32;

    private final ProfileVersions profiles;
    private final AudienceShards shards;
    private final CompactAudience compaction;
    private final Compactions compactions;
    private final int deltasAHint;

    /**
     * Indexes customers.
     *
     * @param deltasAHint one in so many deltas asks for its shard to be folded
     */
    public IndexCustomers(
            ProfileVersions profiles,
            AudienceShards shards,
            CompactAudience compaction,
            Compactions compactions,
            int deltasAHint) {
        this.profiles = profiles;
        this.shards = shards;
        this.compaction = compaction;
        this.compactions = compactions;
        this.deltasAHint = deltasAHint;
    }

    /** @return why a buyer could not be indexed; to be tried again */
    public Map<BuyerId, RuntimeException> index(StoreId store, Collection<BuyerId> buyers) {
        var found = profiles.read(store, buyers);
        var deltas = new LinkedHashMap<BuyerId, Delta>();
        buyers.forEach(buyer -> deltas.put(buyer, delta(buyer, Optional.ofNullable(found.get(buyer)))));
        var failures = new HashMap<BuyerId, RuntimeException>();
        FanOut.over(deltas, PARALLEL_WRITES, delta -> put(store, delta)).forEach((buyer, outcome) -> {
            if (outcome instanceof Outcome.Failed<PutResult>(var cause)) {
                failures.put(buyer, cause);
            }
        });
        return Map.copyOf(failures);
    }

    static Delta delta(BuyerId buyer, Optional<Versioned> profile) {
        return profile.<Delta>map(found -> new Delta.Changed(AudienceRows.of(found.profile(), found.version())))
                .orElseGet(() -> new Delta.Gone(buyer));
    }

    private PutResult put(StoreId store, Delta delta) {
        var result = shards.put(store, delta);
        if (result == PutResult.GONE && delta.row().isPresent()) {
            // Somebody who was gone is back, with a profile whose versions began anew.
            compaction.fold(store, delta.shard());
            result = shards.put(store, delta);
        }
        if (result == PutResult.STORED && isHint(delta)) {
            compactions.ask(store, delta.shard());
        }
        return result;
    }

    private boolean isHint(Delta delta) {
        return Long.remainderUnsigned(RowHash.mixed(delta.hash(), delta.version()), deltasAHint) == 0;
    }
}
