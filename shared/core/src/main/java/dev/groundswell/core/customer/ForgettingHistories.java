package dev.groundswell.core.customer;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderContacts;
import dev.groundswell.core.store.StoreId;

/**
 * Histories that take out of the stored orders what should not be there any more: of somebody who was erased a moment ago, and
 * of an order that was imported since.
 */
public final class ForgettingHistories implements BuyerHistories {

    private final BuyerHistories histories;
    private final OrderContacts contacts;

    public ForgettingHistories(BuyerHistories histories, OrderContacts contacts) {
        this.histories = histories;
        this.contacts = contacts;
    }

    @Override
    public Read read(StoreId store, BuyerId buyer) {
        var read = histories.read(store, buyer);
        var leftover = read.history().leftover();
        if (!leftover.isEmpty()) {
            contacts.forget(store, buyer, leftover);
        }
        return read;
    }
}
