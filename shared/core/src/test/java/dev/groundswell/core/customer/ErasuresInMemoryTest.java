package dev.groundswell.core.customer;

import dev.groundswell.core.order.OrderContacts;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.StoreId;

class ErasuresInMemoryTest extends ErasuresContract {

    private final OrdersInMemory orders = new OrdersInMemory();
    private final HistoriesInMemory histories = new HistoriesInMemory(orders);

    @Override
    protected Erasures erasures() {
        return histories;
    }

    @Override
    protected BuyerHistories histories() {
        return histories;
    }

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected OrderContacts contacts() {
        return orders;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
