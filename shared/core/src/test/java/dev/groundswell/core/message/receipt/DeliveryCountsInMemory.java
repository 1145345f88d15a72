package dev.groundswell.core.message.receipt;

import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts in a map. */
public final class DeliveryCountsInMemory implements DeliveryCounts {

    private record Key(StoreId store, LocalDate day, String worker) {}

    private record Noted(long upTo, List<DeliveryCount> counts) {}

    private final Map<Key, Noted> counts = new HashMap<>();

    @Override
    public synchronized void note(
            StoreId store, LocalDate day, String worker, long upTo, Collection<DeliveryCount> noted) {
        counts.put(new Key(store, day, worker), new Noted(upTo, List.copyOf(noted)));
    }

    @Override
    public synchronized long notedUpTo(StoreId store, LocalDate day, String worker) {
        var noted = counts.get(new Key(store, day, worker));
        return noted == null ? 0 : noted.upTo();
    }

    @Override
    public synchronized List<DeliveryCount> of(StoreId store, LocalDate day) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store)
                        && entry.getKey().day().equals(day))
                .flatMap(entry -> entry.getValue().counts().stream())
                .toList();
    }
}
