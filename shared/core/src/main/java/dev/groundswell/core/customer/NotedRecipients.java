package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.receipt.Recipients;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import java.time.Instant;

/** Notes with the customers, by the days of their store's zone, when messages reached them. */
public final class NotedRecipients implements Recipients {

    private final ReceivedMessages received;
    private final Stores stores;

    /** @param stores kept in memory: they are asked for each message */
    public NotedRecipients(ReceivedMessages received, Stores stores) {
        this.received = received;
        this.stores = stores;
    }

    @Override
    public void reached(StoreId store, BuyerId buyer, Channel channel, Instant at) {
        stores.find(store).ifPresent(found -> received.received(found, buyer, channel, at));
    }
}
