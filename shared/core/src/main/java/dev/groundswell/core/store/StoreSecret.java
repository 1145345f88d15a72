package dev.groundswell.core.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One version of what a store shares with its platforms, and with those who send its messages.
 *
 * @param webhooks  what each platform signs its requests with; a platform that is not there may send none
 * @param providers what the store and each of its own suppliers of messages sign with, by the provider's id
 * @param taobaoApi what the Taobao Open Platform is called with
 */
public record StoreSecret(
        Map<Platform, String> webhooks, Map<String, String> providers, Optional<TaobaoAccess> taobaoApi) {

    public StoreSecret {
        webhooks = Map.copyOf(webhooks);
        providers = Map.copyOf(providers);
        webhooks.forEach(StoreSecret::refuseBlank);
        providers.forEach(StoreSecret::refuseBlank);
    }

    private static void refuseBlank(Object whose, String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret of " + whose + " is blank: anyone could sign with it.");
        }
    }

    /** A secret that signs the requests of one platform. */
    public static StoreSecret of(Platform platform, String secret) {
        return new StoreSecret(Map.of(platform, secret), Map.of(), Optional.empty());
    }

    public StoreSecret and(Platform platform, String secret) {
        var all = new EnumMap<Platform, String>(Platform.class);
        all.putAll(webhooks);
        all.put(platform, secret);
        return new StoreSecret(all, providers, taobaoApi);
    }

    public StoreSecret and(TaobaoAccess access) {
        return new StoreSecret(webhooks, providers, Optional.of(access));
    }

    /** What the platform signs with; empty if it may send nothing. */
    public Optional<String> of(Platform platform) {
        return Optional.ofNullable(webhooks.get(platform));
    }

    /** What the provider signs with; empty if it may report nothing. */
    public Optional<String> ofProvider(String provider) {
        return Optional.ofNullable(providers.get(provider));
    }

    /** Never a secret in a log. */
    @Override
    public String toString() {
        return "StoreSecret" + webhooks.keySet();
    }
}
