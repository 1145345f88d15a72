package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The orders of all stores, each kept as its latest snapshot. */
public interface Orders {

    /** What became of a snapshot that was to be written. */
    enum Written {
        /** It is the latest now. */
        LATEST,
        /** The same or a later one is there already. */
        SUPERSEDED,
        /** The order is known as another buyer's; nothing was changed. */
        OTHER_BUYER
    }

    /** Keeps the snapshot if its {@link OrderVersion} is greater than the one that is there. Any number of writers at once. */
    Written write(StoreId store, Order order);

    /** The orders among {@code ids} that exist. */
    Map<OrderId, Order> find(StoreId store, Collection<OrderId> ids);

    /** All orders of a buyer as of now, strongly consistent, in the order of their ids. */
    List<Order> ofBuyer(StoreId store, BuyerId buyer);
}
