package dev.groundswell.core.metrics;

import dev.groundswell.core.store.StoreId;

/** All counters of a store, for jobs that read everything; never for a request. */
public interface CounterArchive {

    /** Every counter that is not zero. */
    Counters all(StoreId store);

    StoreTotals totals(StoreId store);

    /** Adds the differences to what is stored. */
    void correct(StoreId store, Counters differences, StoreTotals totals);
}
