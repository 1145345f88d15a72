package dev.groundswell.core.message.provider;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.StoreSecrets.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers providers' secrets for some minutes, and for as long as they cannot be read again. */
public final class RememberedProviderSecrets implements ProviderSecrets {

    /** A secret that was changed is in use everywhere after this time. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final ProviderSecrets secrets;
    private final InstantSource time;
    private final Map<Of, Remembered> remembered = new ConcurrentHashMap<>();

    private record Of(StoreId store, ProviderId provider) {}

    private record Remembered(List<String> versions, Instant at) {}

    public RememberedProviderSecrets(ProviderSecrets secrets, InstantSource time) {
        this.secrets = secrets;
        this.time = time;
    }

    @Override
    public List<String> valid(StoreId store, ProviderId provider) {
        var of = new Of(store, provider);
        var known = remembered.get(of);
        var now = time.instant();
        if (known != null && Duration.between(known.at(), now).abs().compareTo(REMEMBERED) < 0) {
            return known.versions();
        }
        var versions = read(of, known);
        remembered.put(of, new Remembered(versions, now));
        return versions;
    }

    private List<String> read(Of of, @Nullable Remembered known) {
        try {
            return List.copyOf(secrets.valid(of.store(), of.provider()));
        } catch (UnavailableException unavailable) {
            if (known == null) {
                throw unavailable;
            }
            return known.versions();
        }
    }
}
