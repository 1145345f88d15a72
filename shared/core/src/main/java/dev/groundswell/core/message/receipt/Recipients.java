package dev.groundswell.core.message.receipt;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/** Notes the people whom messages reach. */
@FunctionalInterface
public interface Recipients {

    /** May be told again and in any order. */
    void reached(StoreId store, BuyerId buyer, Channel channel, Instant at);
}
