package dev.groundswell.core.message;

import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Standings in a map. */
public final class StandingsInMemory implements Standings {

    private record Key(StoreId store, AddressKey address) {}

    private final Map<Key, Standing> standings = new HashMap<>();

    @Override
    public synchronized Map<AddressKey, Standing> find(StoreId store, Collection<AddressKey> addresses) {
        var found = new HashMap<AddressKey, Standing>();
        for (var address : addresses) {
            var standing = standings.get(new Key(store, address));
            if (standing != null) {
                found.put(address, standing);
            }
        }
        return found;
    }

    @Override
    public synchronized Barring note(StoreId store, AddressKey address, Bar bar, Barring barring) {
        var after =
                standings.getOrDefault(new Key(store, address), Standing.CLEAR).and(bar, barring);
        standings.put(new Key(store, address), after);
        return Objects.requireNonNull(after.barrings().get(bar));
    }
}
