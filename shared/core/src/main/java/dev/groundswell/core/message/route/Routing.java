package dev.groundswell.core.message.route;

import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of its weight each provider of a channel has at present.
 *
 * @param revision 0 for one that was never written, one more with each writing
 * @param levels   a provider that is not there has all of its weight
 */
public record Routing(long revision, Map<ProviderId, Level> levels) {

    /** Nothing has ever moved. */
    public static final Routing RESTING = new Routing(0, Map.of());

    private static final int PERCENT = 100;

    public Routing {
        levels = Map.copyOf(levels);
    }

    /**
     * A provider's.
     *
     * @param percent of its weight, 0 to 100
     * @param movedAt when that last changed
     */
    public record Level(int percent, Instant movedAt) {

        /** All of it, and always so. */
        static final Level FULL = new Level(PERCENT, Instant.EPOCH);

        public Level {
            if (percent < 0 || percent > PERCENT) {
                throw new IllegalArgumentException("A provider has 0 to 100 % of its weight, not " + percent + ".");
            }
        }
    }

    public Level level(ProviderId provider) {
        return levels.getOrDefault(provider, Level.FULL);
    }

    /** Its share at present, against the other providers' shares. In hundredths, so that a little of a small weight is not none. */
    public int weight(Provider provider) {
        return provider.weight() * level(provider.id()).percent();
    }

    Routing after(List<RoutingChange> changes) {
        var moved = new HashMap<>(levels);
        changes.forEach(change -> moved.put(change.provider(), new Level(change.to(), change.at())));
        return new Routing(revision + 1, moved);
    }
}
