package dev.groundswell.core.segment;

import dev.groundswell.core.store.StoreId;

class SegmentsInMemoryTest extends SegmentsContract {

    private final SegmentsInMemory segments = new SegmentsInMemory();

    @Override
    protected Segments segments() {
        return segments;
    }

    @Override
    protected StoreId store() {
        return new StoreId("demo");
    }
}
