package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;
import java.util.Optional;

/** Whose links a host name leads to, where several stores share an installation. */
public interface LinkHosts {

    /** @param host in lower case, without a port */
    Optional<StoreId> storeOf(String host);

    /**
     * Takes a host name for a store, for good: links that went out with it must not lead to another store's pages.
     *
     * @return false if it is another store's
     */
    boolean take(StoreId store, String host);
}
