package dev.groundswell.core.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One version of what a store shares with its platforms.
 *
 * @param webhooks  what each platform signs its requests with; a platform that is not there may send none
 * @param taobaoApi what the Taobao Open Platform is called with
 */
public record StoreSecret(Map<Platform, String> webhooks, Optional<TaobaoAccess> taobaoApi) {

    public StoreSecret {
        webhooks = Map.copyOf(webhooks);
        webhooks.forEach((platform, secret) -> {
            if (secret.isBlank()) {
                throw new IllegalArgumentException(
                        "The secret of " + platform + " is blank: anyone could sign with it.");
            }
        });
    }

    /** A secret that signs the requests of one platform. */
    public static StoreSecret of(Platform platform, String secret) {
        return new StoreSecret(Map.of(platform, secret), Optional.empty());
    }

    public StoreSecret and(Platform platform, String secret) {
        var all = new EnumMap<Platform, String>(Platform.class);
        all.putAll(webhooks);
        all.put(platform, secret);
        return new StoreSecret(all, taobaoApi);
    }

    public StoreSecret and(TaobaoAccess access) {
        return new StoreSecret(webhooks, Optional.of(access));
    }

    /** Never a secret in a log. */
    @Override
    public String toString() {
        return "StoreSecret" + webhooks.keySet();
    }
}
