package dev.groundswell.core.message.route;

import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;

/** Where workers note what they see of providers, for an hour or so. */
public interface ProviderHealth {

    /** Replaces what the worker noted before of the same bucket. */
    void note(StoreId store, HealthCount count);

    /** Of all workers, in buckets that began at {@code since} or later. */
    List<HealthCount> noted(StoreId store, ProviderId provider, HealthCount.Kind kind, Instant since);
}
