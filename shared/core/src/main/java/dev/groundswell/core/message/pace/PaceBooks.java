package dev.groundswell.core.message.pace;

import dev.groundswell.core.store.StoreId;

/** Where the leases of paces are kept. */
public interface PaceBooks {

    /** As it is now; {@link PaceBook#EMPTY} if none was written. */
    PaceBook read(StoreId store, PaceKey pace);

    /**
     * Keeps it if the one that is kept has the revision before its own.
     *
     * @return whether it is kept now; if not, nothing has changed
     */
    boolean write(StoreId store, PaceKey pace, PaceBook book);
}
