package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.receipt.Recipients;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/** Notes with the customers what their messages tell of them. */
public final class NotedRecipients implements Recipients {

    private final ReceivedMessages received;
    private final Consents consents;

    public NotedRecipients(ReceivedMessages received, Consents consents) {
        this.received = received;
        this.consents = consents;
    }

    @Override
    public void reached(StoreId store, BuyerId buyer, Channel channel, Instant at) {
        received.received(store, buyer, channel, at);
    }

    @Override
    public void clicked(StoreId store, BuyerId buyer, Channel channel, Instant at) {
        received.clicked(store, buyer, channel, at);
    }

    @Override
    public void optedOut(StoreId store, BuyerId buyer, Channel channel, Instant at, String source, String by) {
        consents.record(store, buyer, new Consent(channel, Consent.State.WITHDRAWN, at, source, by));
    }
}
