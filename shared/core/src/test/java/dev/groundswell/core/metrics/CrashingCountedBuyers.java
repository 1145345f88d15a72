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

/** Breaks off at one of the writes: before it, or after it so that nobody learns that it happened. */
public final class CrashingCountedBuyers implements CountedBuyers {

    private final CountedBuyers countedBuyers;
    private final int crashAt;
    private final boolean afterTheWrite;
    private int writes;

    public CrashingCountedBuyers(CountedBuyers countedBuyers, int crashAt, boolean afterTheWrite) {
        this.countedBuyers = countedBuyers;
        this.crashAt = crashAt;
        this.afterTheWrite = afterTheWrite;
    }

    /** As if the process had ended here. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Map<BuyerId, CountedBuyer> read(StoreId store, Collection<BuyerId> buyers) {
        return countedBuyers.read(store, buyers);
    }

    @Override
    public boolean commit(StoreId store, List<BuyerUpdate> updates) {
        crashBefore();
        var committed = countedBuyers.commit(store, updates);
        crashAfter();
        return committed;
    }

    @Override
    public void sketch(StoreId store, Map<HourKey, Set<BuyerId>> buyers) {
        crashBefore();
        countedBuyers.sketch(store, buyers);
        crashAfter();
    }

    @Override
    public void sketchPeople(StoreId store, Map<Granule, Map<Interest, Set<BuyerId>>> people) {
        crashBefore();
        countedBuyers.sketchPeople(store, people);
        crashAfter();
    }

    @Override
    public void countedUpTo(StoreId store, Instant lastModifiedAt) {
        crashBefore();
        countedBuyers.countedUpTo(store, lastModifiedAt);
        crashAfter();
    }

    private void crashBefore() {
        writes++;
        if (writes == crashAt && !afterTheWrite) {
            throw new Crash();
        }
    }

    private void crashAfter() {
        if (writes == crashAt && afterTheWrite) {
            throw new Crash();
        }
    }
}
