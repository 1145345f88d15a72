package dev.groundswell.core.message.route;

import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes of a process. */
public final class ProviderHealthInMemory implements ProviderHealth {

    private final Map<Place, HealthCount> noted = new LinkedHashMap<>();

    private record Place(StoreId store, ProviderId provider, HealthCount.Kind kind, Instant bucket, String worker) {}

    @Override
    public synchronized void note(StoreId store, HealthCount count) {
        noted.put(new Place(store, count.provider(), count.kind(), count.bucket(), count.worker()), count);
    }

    @Override
    public synchronized List<HealthCount> noted(
            StoreId store, ProviderId provider, HealthCount.Kind kind, Instant since) {
        return noted.entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store))
                .map(Map.Entry::getValue)
                .filter(count -> count.provider().equals(provider) && count.kind() == kind)
                .filter(count -> !count.bucket().isBefore(since))
                .toList();
    }
}
