package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.util.List;

/** A buyer's orders as of now: all that a projection reads of them. */
public interface OrdersOfBuyer {

    /** All orders of a buyer, strongly consistent, in the order of their ids. */
    List<Order> ofBuyer(StoreId store, BuyerId buyer);
}
