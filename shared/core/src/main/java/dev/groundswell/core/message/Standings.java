package dev.groundswell.core.message;

import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.Map;

/** What holds for addresses, whoever's they are. */
public interface Standings {

    /** Those among {@code addresses} of which anything is known, strongly consistent. */
    Map<AddressKey, Standing> find(StoreId store, Collection<AddressKey> addresses);

    /**
     * Keeps it, unless what is kept of the bar overrules it. Any number of writers at once; again, nothing changes.
     *
     * @return what is kept of the bar then
     */
    Barring note(StoreId store, AddressKey address, Bar bar, Barring barring);
}
