package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.Map;

/** The orders of all stores, each kept as its latest snapshot. */
public interface Orders extends OrdersOfBuyer {

    /** What became of a snapshot that was to be written. */
    enum Written {
        /** It is the latest now. */
        LATEST,
        /** The same or a later one is there already. */
        SUPERSEDED,
        /** The order is known as another buyer's; nothing was changed. */
        OTHER_BUYER
    }

    /** Whether an order is expected to be there already: a wrong guess costs a request and nothing else. */
    enum Expected {
        NEW,
        KNOWN
    }

    /** Keeps the snapshot if its {@link OrderVersion} is greater than the one that is there. Any number of writers at once. */
    Written write(StoreId store, Order order, Expected expected);

    /** As {@link #write(StoreId, Order, Expected)}; an order of which nothing was modified yet is expected to be new. */
    default Written write(StoreId store, Order order) {
        return write(store, order, order.isUnmodified() ? Expected.NEW : Expected.KNOWN);
    }

    /** The orders among {@code ids} that exist. */
    Map<OrderId, Order> find(StoreId store, Collection<OrderId> ids);
}
