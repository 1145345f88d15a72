package dev.groundswell.core.message.route;

import dev.groundswell.core.store.StoreId;

class RoutingBooksInMemoryTest extends RoutingBooksContract {

    private final RoutingBooksInMemory books = new RoutingBooksInMemory();

    @Override
    protected RoutingBooks books() {
        return books;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
