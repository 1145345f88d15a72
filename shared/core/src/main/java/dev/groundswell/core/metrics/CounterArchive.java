package dev.groundswell.core.metrics;

import dev.groundswell.core.store.StoreId;
import java.util.Map;

/** All counters of a store, for jobs that read everything; never for a request. */
public interface CounterArchive {

    /** Every counter that is not zero. */
    Map<CounterKey, SalesCounts> all(StoreId store);

    StoreTotals totals(StoreId store);

    /** Adds the differences to what is stored. */
    void correct(StoreId store, Map<CounterKey, SalesCounts> differences, StoreTotals totals);
}
