package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.util.Collection;

/** Who bought, as orders say it. */
public interface OrderContacts {

    /**
     * Takes it out of the orders for good. Each stays the snapshot that it was, so that the same one, sent again, does not
     * bring it back; a later one does.
     */
    void forget(StoreId store, BuyerId buyer, Collection<OrderId> orders);
}
