package dev.groundswell.core.reminder;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.Map;

/** What is known of buyers, for reminders. */
@FunctionalInterface
public interface Buyers {

    /** Those that are known, seconds behind their orders. */
    Map<BuyerId, BuyerFacts> read(StoreId store, Collection<BuyerId> buyers);
}
