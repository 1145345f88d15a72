package dev.groundswell.core.webhook;

import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.RememberedSecrets;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecret;
import dev.groundswell.core.store.Stores;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells whether a store's platform signed a request. A store that does not exist, or shares no secret with the platform, is
 * a wrong signature like any other.
 */
public final class VerifySignatures {

    private final Stores stores;
    private final RememberedSecrets secrets;

    public VerifySignatures(Stores stores, RememberedSecrets secrets) {
        this.stores = stores;
        this.secrets = secrets;
    }

    /**
     * @param isSignedWith whether this secret signed the request
     * @throws dev.groundswell.core.store.StoreSecrets.UnavailableException if that cannot be told now
     */
    public boolean isSigned(StoreId store, Platform platform, Predicate<String> isSignedWith) {
        if (stores.find(store).isEmpty()) {
            return false;
        }
        return isSigned(secrets.valid(store), platform, isSignedWith)
                || secrets.readAgain(store)
                        .map(versions -> isSigned(versions, platform, isSignedWith))
                        .orElse(false);
    }

    /** Tries all secrets, whichever fits: how long it takes tells nothing. */
    private static boolean isSigned(List<StoreSecret> versions, Platform platform, Predicate<String> isSignedWith) {
        var signed = false;
        for (var version : versions) {
            var secret = version.webhooks().get(platform);
            signed |= secret != null && isSignedWith.test(secret);
        }
        return signed;
    }
}
