package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;

/** What people said about messages, by channel; also people who have not ordered yet. */
public interface Consents {

    /**
     * Keeps it, unless what is kept of the channel overrules it. Any number of writers at once; again, nothing changes.
     *
     * @return what is kept then
     */
    Consent record(StoreId store, BuyerId buyer, Consent consent);
}
