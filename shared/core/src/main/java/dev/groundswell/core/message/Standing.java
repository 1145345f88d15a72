package dev.groundswell.core.message;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for an address, whoever's it is.
 *
 * @param barrings the one that counts of each bar that was ever set; those that were lifted too
 */
public record Standing(Map<Bar, Barring> barrings) {

    /** Nothing was ever said of the address. */
    public static final Standing CLEAR = new Standing(Map.of());

    public Standing {
        var copy = new EnumMap<Bar, Barring>(Bar.class);
        copy.putAll(barrings);
        barrings = Collections.unmodifiableMap(copy);
    }

    /** Why nothing may be sent there; of several reasons, the first in the order of {@link Bar}. */
    public Optional<ExclusionReason> exclusion() {
        return barrings.entrySet().stream()
                .filter(entry -> entry.getValue().inForce())
                .map(entry -> entry.getKey().reason())
                .findFirst();
    }

    public boolean isBarred(Bar bar) {
        var barring = barrings.get(bar);
        return barring != null && barring.inForce();
    }

    /** With that one too, if it counts. */
    public Standing and(Bar bar, Barring barring) {
        var known = barrings.get(bar);
        if (known != null && !barring.overrules(known)) {
            return this;
        }
        var all = new EnumMap<Bar, Barring>(Bar.class);
        all.putAll(barrings);
        all.put(bar, barring);
        return new Standing(all);
    }
}
