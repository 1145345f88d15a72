package dev.groundswell.core.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Remembers stores for a minute, so that a warm function asks for each of them seldom. Absent ones are asked for anew. */
public final class RememberedStores implements Stores {

    /** A change of settings is in force everywhere after this time. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Stores stores;
    private final InstantSource time;
    private final Map<StoreId, Remembered> remembered = new ConcurrentHashMap<>();

    public RememberedStores(Stores stores, InstantSource time) {
        this.stores = stores;
        this.time = time;
    }

    private record Remembered(Store store, Instant at) {}

    @Override
    public Optional<Store> find(StoreId id) {
        var now = time.instant();
        var known = remembered.get(id);
        if (known != null && Duration.between(known.at(), now).abs().compareTo(REMEMBERED) < 0) {
            return Optional.of(known.store());
        }
        var found = stores.find(id);
        found.ifPresent(store -> remembered.put(id, new Remembered(store, now)));
        return found;
    }

    @Override
    public void each(Consumer<Store> reader) {
        stores.each(reader);
    }

    @Override
    public void save(Store store) {
        stores.save(store);
        remembered.remove(store.id());
    }
}
