package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.Map;

/** Customers' profiles to read; seconds behind their orders. */
public interface CustomerProfiles {

    /** The profiles among {@code buyers} that exist. */
    Map<BuyerId, CustomerProfile> find(StoreId store, Collection<BuyerId> buyers);
}
