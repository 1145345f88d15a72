package dev.groundswell.core.customer;

import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.StoreId;

class ConsentsInMemoryTest extends ConsentsContract {

    private final HistoriesInMemory histories = new HistoriesInMemory(new OrdersInMemory());

    @Override
    protected Consents consents() {
        return histories;
    }

    @Override
    protected BuyerHistories histories() {
        return histories;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
