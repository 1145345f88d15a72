package dev.groundswell.core.message.pace;

import dev.groundswell.core.store.StoreId;

class PaceBooksInMemoryTest extends PaceBooksContract {

    private final PaceBooksInMemory books = new PaceBooksInMemory();

    @Override
    protected PaceBooks books() {
        return books;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
