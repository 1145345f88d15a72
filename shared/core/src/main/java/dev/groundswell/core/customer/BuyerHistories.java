package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;

/** Buyers' histories as of now: all that a projection reads. */
@FunctionalInterface
public interface BuyerHistories {

    /** Strongly consistent; empty for a buyer of whom nothing is stored. */
    BuyerHistory ofBuyer(StoreId store, BuyerId buyer);
}
