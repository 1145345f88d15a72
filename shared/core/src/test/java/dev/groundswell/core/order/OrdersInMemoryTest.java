package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;

class OrdersInMemoryTest extends OrdersContract {

    private final OrdersInMemory orders = new OrdersInMemory();

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected OrderListing listing() {
        return orders;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
