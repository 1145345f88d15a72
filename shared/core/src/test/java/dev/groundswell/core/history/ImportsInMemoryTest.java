package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;

class ImportsInMemoryTest extends ImportsContract {

    private final ImportsInMemory imports = new ImportsInMemory();

    @Override
    protected Imports imports() {
        return imports;
    }

    @Override
    protected ImportRuns runs() {
        return imports;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
