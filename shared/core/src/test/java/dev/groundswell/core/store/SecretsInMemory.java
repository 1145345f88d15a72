package dev.groundswell.core.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Secrets of a test: the two versions put last are valid. Counts how often it is asked, and fails on demand. */
public final class SecretsInMemory implements StoreSecrets {

    private final Map<StoreId, List<StoreSecret>> versions = new HashMap<>();
    private int readings;
    private boolean available = true;

    public void put(StoreId store, StoreSecret secret) {
        versions.merge(
                store,
                List.of(secret),
                (before, now) ->
                        Stream.concat(now.stream(), before.stream()).limit(2).toList());
    }

    public void setAvailable(boolean available) {
        this.available = available;
    }

    public int readings() {
        return readings;
    }

    @Override
    public List<StoreSecret> valid(StoreId store) {
        readings++;
        if (!available) {
            throw new UnavailableException("The secrets are out of reach.");
        }
        return versions.getOrDefault(store, List.of());
    }
}
