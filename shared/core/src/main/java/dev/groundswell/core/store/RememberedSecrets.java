package dev.groundswell.core.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers secrets for some minutes, also that a store has none. A signature that fits none of them may be of a secret
 * that was changed a moment ago, so they can be read {@linkplain #readAgain again} before their time, but not often: wrong
 * signatures cost their sender nothing.
 *
 * <p>Ask it for stores that exist only, since it remembers every one it is asked for.
 */
public final class RememberedSecrets implements StoreSecrets {

    /** A secret that was taken back is refused everywhere after this time. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** Six readings a minute, per store and warm function, is the most that wrong signatures cause. */
    static final Duration BETWEEN_READINGS = Duration.ofSeconds(10);

    /** While secrets cannot be read, those that were valid within this time are. */
    static final Duration HELD_WHILE_UNAVAILABLE = Duration.ofHours(1);

    private final StoreSecrets secrets;
    private final InstantSource time;
    private final Map<StoreId, Remembered> remembered = new ConcurrentHashMap<>();

    public RememberedSecrets(StoreSecrets secrets, InstantSource time) {
        this.secrets = secrets;
        this.time = time;
    }

    /**
     * @param readAt  when the versions were read
     * @param triedAt when reading them was last tried
     */
    private record Remembered(List<StoreSecret> versions, Instant readAt, Instant triedAt) {}

    @Override
    public List<StoreSecret> valid(StoreId store) {
        var now = time.instant();
        var known = remembered.get(store);
        return known != null && isWithin(REMEMBERED, known.readAt(), now) ? known.versions() : read(store, known, now);
    }

    /** What is valid by a new reading; empty if the last one is too recent for another. */
    public Optional<List<StoreSecret>> readAgain(StoreId store) {
        var now = time.instant();
        var known = remembered.get(store);
        return known != null && isWithin(BETWEEN_READINGS, known.triedAt(), now)
                ? Optional.empty()
                : Optional.of(read(store, known, now));
    }

    private List<StoreSecret> read(StoreId store, @Nullable Remembered known, Instant now) {
        if (known != null
                && isWithin(BETWEEN_READINGS, known.triedAt(), now)
                && !known.readAt().equals(known.triedAt())) {
            return known.versions(); // The last try failed a moment ago.
        }
        try {
            var versions = List.copyOf(secrets.valid(store));
            remembered.put(store, new Remembered(versions, now, now));
            return versions;
        } catch (UnavailableException unavailable) {
            if (known == null || !isWithin(HELD_WHILE_UNAVAILABLE, known.readAt(), now)) {
                throw unavailable;
            }
            remembered.put(store, new Remembered(known.versions(), known.readAt(), now));
            return known.versions();
        }
    }

    private static boolean isWithin(Duration limit, Instant then, Instant now) {
        return Duration.between(then, now).abs().compareTo(limit) < 0;
    }
}
