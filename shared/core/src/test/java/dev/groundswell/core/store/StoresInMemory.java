package dev.groundswell.core.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@link Stores} in memory, for tests. */
public final class StoresInMemory implements Stores {

    private final Map<StoreId, Store> stores = new HashMap<>();

    @Override
    public Optional<Store> find(StoreId id) {
        return Optional.ofNullable(stores.get(id));
    }

    @Override
    public void each(Consumer<Store> reader) {
        stores.values().forEach(reader);
    }

    @Override
    public void save(Store store) {
        stores.put(store.id(), store);
    }
}
