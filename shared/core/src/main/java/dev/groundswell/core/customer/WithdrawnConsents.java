package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.receipt.OptOuts;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/** Notes with the customers that they want no more messages. */
public final class WithdrawnConsents implements OptOuts {

    private final Consents consents;

    public WithdrawnConsents(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void optedOut(StoreId store, BuyerId buyer, Channel channel, Instant at, String source, String by) {
        consents.record(store, buyer, new Consent(channel, Consent.State.WITHDRAWN, at, source, by));
    }
}
