package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import java.time.Instant;

/**
 * Notes what messages have reached a person: of the last day of the store's zone on which one did, the first. So a second message
 * of a day, which is no news to any rule that speaks of days, changes no profile and no index.
 */
@FunctionalInterface
public interface ReceivedMessages {

    /** The order of notes does not matter, nor whether one comes again. */
    void received(Store store, BuyerId buyer, Channel channel, Instant at);
}
