package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;

/** Buyers' histories as of now. */
@FunctionalInterface
public interface BuyerHistories {

    /** Strongly consistent; empty for a buyer of whom nothing is stored. */
    Read read(StoreId store, BuyerId buyer);

    default BuyerHistory ofBuyer(StoreId store, BuyerId buyer) {
        return read(store, buyer).history();
    }

    /**
     * A history, and what it took to read it.
     *
     * @param readUnits of DynamoDB
     * @param requests  to DynamoDB
     */
    record Read(BuyerHistory history, double readUnits, int requests) {}
}
