package dev.groundswell.core.metrics;

import dev.groundswell.core.metrics.ContributionKey.HourKey;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Profiles together with the counters they contribute to: the projection's only door to what it keeps. */
public interface CountedBuyers {

    /** The most items that one {@link #commit} may write, and the most profiles that one {@link #read} may ask for. */
    int MAX_ITEMS = 100;

    /** The buyers among {@code buyers} that are stored, strongly consistent. */
    Map<BuyerId, CountedBuyer> read(StoreId store, Collection<BuyerId> buyers);

    /**
     * Stores the updates and moves the counters, all or nothing. Nothing happens if any profile's version is no more the
     * one that was read.
     *
     * @param updates of different buyers, with at most {@link #MAX_ITEMS} items between them
     * @return whether it happened; if not, read again
     */
    boolean commit(StoreId store, List<BuyerUpdate> updates);

    /**
     * Adds buyers to the sketches of distinct buyers by hour. Called before the commit that counts them; doing it again
     * changes nothing.
     */
    void sketch(StoreId store, Map<HourKey, Set<BuyerId>> buyers);

    /** Likewise, adds people to the sketches of distinct people by day and by what they did. */
    void sketchPeople(StoreId store, Map<Granule, Map<Interest, Set<BuyerId>>> people);

    /** Notes that changes up to this modification time are counted; an earlier one than noted changes nothing. */
    void countedUpTo(StoreId store, Instant lastModifiedAt);
}
