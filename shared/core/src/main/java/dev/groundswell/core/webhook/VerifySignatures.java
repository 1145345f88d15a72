package dev.groundswell.core.webhook;

import dev.groundswell.core.store.Platform;
import dev.groundswell.core.store.RememberedSecrets;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecret;
import dev.groundswell.core.store.Stores;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tells whether a store's platform, or one of its suppliers of messages, signed a request. A store that does not exist, or
 * shares no secret with whoever it is, is a wrong signature like any other.
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
        return isSigned(store, version -> version.of(platform), isSignedWith);
    }

    /**
     * @param provider     the id of the supplier that is said to have signed; of another one's secret the answer is no
     * @param isSignedWith whether this secret signed the request
     * @throws dev.groundswell.core.store.StoreSecrets.UnavailableException if that cannot be told now
     */
    public boolean isSignedByProvider(StoreId store, String provider, Predicate<String> isSignedWith) {
        return isSigned(store, version -> version.ofProvider(provider), isSignedWith);
    }

    private boolean isSigned(
            StoreId store, Function<StoreSecret, Optional<String>> secret, Predicate<String> isSignedWith) {
        if (stores.find(store).isEmpty()) {
            return false;
        }
        return isSigned(secrets.valid(store), secret, isSignedWith)
                || secrets.readAgain(store)
                        .map(versions -> isSigned(versions, secret, isSignedWith))
                        .orElse(false);
    }

    /** Tries all secrets, whichever fits: how long it takes tells nothing. */
    private static boolean isSigned(
            List<StoreSecret> versions,
            Function<StoreSecret, Optional<String>> secret,
            Predicate<String> isSignedWith) {
        var signed = false;
        for (var version : versions) {
            signed |= secret.apply(version).filter(isSignedWith).isPresent();
        }
        return signed;
    }
}
