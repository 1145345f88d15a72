package dev.groundswell.core.link;

import dev.groundswell.core.store.StoreId;

class LinksInMemoryTest extends LinksContract {

    private final LinksInMemory links = new LinksInMemory();

    @Override
    protected Links links() {
        return links;
    }

    @Override
    protected LinkSecrets secrets() {
        return links;
    }

    @Override
    protected LinkHosts hosts() {
        return links;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
