package dev.groundswell.core.reminder.round;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Who was sent something of late, of all that the store sends. */
@FunctionalInterface
public interface RecentMessages {

    /** Those among the buyers to whom a message went at that instant or later; it may be seconds behind. */
    Set<BuyerId> since(StoreId store, Instant since, Collection<BuyerId> buyers);
}
