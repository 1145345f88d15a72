package dev.groundswell.orderprojection;

import dev.groundswell.cloud.event.StreamEvent;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The buyers whose orders or behaviour changed, by store, each with the place in the stream of the first of the changes.
 *
 * @param firstChange the sequence number to go back to if the buyer cannot be projected
 */
record DirtyBuyers(Map<StoreId, Set<BuyerId>> buyers, Map<StoreBuyer, String> firstChange) {

    /** A buyer of a store. */
    record StoreBuyer(StoreId store, BuyerId buyer) {}

    static DirtyBuyers of(StreamEvent event) {
        var dirty = new DirtyBuyers(new LinkedHashMap<>(), new LinkedHashMap<>());
        event.changes().forEach(change -> change.key("pk").ifPresent(pk -> dirty.add(pk, change.sequenceNumber())));
        return dirty;
    }

    /** @param pk {@code store|buyer}; a store's id holds no bar */
    private void add(String pk, String sequenceNumber) {
        var bar = pk.indexOf('|');
        var store = new StoreId(pk.substring(0, bar));
        var buyer = new BuyerId(pk.substring(bar + 1));
        buyers.computeIfAbsent(store, _ -> new LinkedHashSet<>()).add(buyer);
        firstChange.putIfAbsent(new StoreBuyer(store, buyer), sequenceNumber);
    }
}
