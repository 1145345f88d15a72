package dev.groundswell.core.link;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;

/** Notes with people which links they followed. */
@FunctionalInterface
public interface ClickedLinks {

    /** Keeps it, unless as many clicks of the link are known. Any number of writers at once; again, nothing changes. */
    void note(StoreId store, BuyerId buyer, ClickedLink link);
}
