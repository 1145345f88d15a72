package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.event.BatchAnswer;
import dev.groundswell.cloud.event.StreamEvent;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The buyers in whose partitions of {@code Orders} something changed, by store, each with the place in the stream of the first of
 * the changes.
 *
 * @param firstChange the sequence number to go back to if that buyer's changes cannot be taken in
 */
public record DirtyBuyers(Map<StoreId, Set<BuyerId>> buyers, Map<StoreBuyer, String> firstChange) {

    /** A buyer of a store. */
    public record StoreBuyer(StoreId store, BuyerId buyer) {}

    public static DirtyBuyers of(StreamEvent event) {
        var dirty = new DirtyBuyers(new LinkedHashMap<>(), new LinkedHashMap<>());
        event.changes().forEach(change -> change.key("pk").ifPresent(pk -> dirty.add(pk, change.sequenceNumber())));
        return dirty;
    }

    /** Where the stream has to be read again from, if these could not be taken in: at the first change of any of them. */
    public BatchAnswer answer(Collection<StoreBuyer> failed) {
        var first = firstChange.entrySet().stream()
                .filter(change -> failed.contains(change.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return new BatchAnswer(first.stream().toList());
    }

    private void add(String pk, String sequenceNumber) {
        var store = BuyerPartitions.storeOf(pk);
        var buyer = BuyerPartitions.buyerOf(pk);
        buyers.computeIfAbsent(store, _ -> new LinkedHashSet<>()).add(buyer);
        firstChange.putIfAbsent(new StoreBuyer(store, buyer), sequenceNumber);
    }
}
