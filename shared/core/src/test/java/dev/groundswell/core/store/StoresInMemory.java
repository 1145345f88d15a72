package dev.groundswell.core.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Stores} in memory, for tests. */
public final class StoresInMemory implements Stores {

    private final Map<StoreId, Store> stores = new HashMap<>();

    @Override
    public Optional<Store> find(StoreId id) {
        return Optional.ofNullable(stores.get(id));
    }

    @Override
    public void save(Store store) {
        stores.put(store.id(), store);
    }
}
