package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/** Who asked to be forgotten. */
public interface Erasures {

    /** Keeps it, unless a later one is known. From then on {@link BuyerHistories} tell of no contact until this instant. */
    void erase(StoreId store, BuyerId buyer, Instant at, String by);
}
