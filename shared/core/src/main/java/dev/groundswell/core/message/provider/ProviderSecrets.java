package dev.groundswell.core.message.provider;

import dev.groundswell.core.store.StoreId;
import java.util.List;

/** What a store and its HTTP providers sign with: requests to them, and receipts from them. */
@FunctionalInterface
public interface ProviderSecrets {

    /**
     * The versions that are valid now, the current one first, then the one before it. Empty where there is none.
     *
     * @throws dev.groundswell.core.store.StoreSecrets.UnavailableException if that cannot be told now
     */
    List<String> valid(StoreId store, ProviderId provider);
}
