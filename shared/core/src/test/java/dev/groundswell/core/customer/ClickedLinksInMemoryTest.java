package dev.groundswell.core.customer;

import dev.groundswell.core.link.ClickedLinks;
import dev.groundswell.core.order.OrdersInMemory;
import dev.groundswell.core.store.StoreId;

class ClickedLinksInMemoryTest extends ClickedLinksContract {

    private final HistoriesInMemory histories = new HistoriesInMemory(new OrdersInMemory());

    @Override
    protected ClickedLinks links() {
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
