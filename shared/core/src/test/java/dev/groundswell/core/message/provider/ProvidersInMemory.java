package dev.groundswell.core.message.provider;

import dev.groundswell.core.store.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Providers of a process. */
public final class ProvidersInMemory implements Providers {

    private final Map<StoreId, Map<ProviderId, Provider>> kept = new HashMap<>();

    private Map<ProviderId, Provider> of(StoreId store) {
        return kept.computeIfAbsent(store, _ -> new TreeMap<>());
    }

    @Override
    public synchronized boolean save(StoreId store, Provider provider) {
        var before = find(store, provider.id()).map(Provider::revision).orElse(0L);
        if (before != provider.revision() - 1) {
            return false;
        }
        of(store).put(provider.id(), provider);
        return true;
    }

    @Override
    public synchronized Optional<Provider> find(StoreId store, ProviderId id) {
        return Optional.ofNullable(of(store).get(id));
    }

    @Override
    public synchronized List<Provider> all(StoreId store) {
        return List.copyOf(of(store).values());
    }
}
