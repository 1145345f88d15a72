package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/** Notes what messages have reached a person. Earlier times than noted change nothing, so the order of notes does not matter. */
public interface ReceivedMessages {

    void received(StoreId store, BuyerId buyer, Channel channel, Instant at);

    /** A click tells of no receipt: the person may have had the link from elsewhere. */
    void clicked(StoreId store, BuyerId buyer, Channel channel, Instant at);
}
