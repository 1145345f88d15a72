package dev.groundswell.core.metrics;

import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The counters as a report reads them. */
public interface SalesCounters {

    /** The counters of the granules that start in {@code [from, to)}; those that were never counted are missing. */
    SortedMap<CounterKey, SalesCounts> read(StoreId store, Granularity granularity, Instant from, Instant to);

    /** The buyers with a paid order in the hours that start in {@code [from, to)}, by their cohort in that hour. */
    Map<Cohort, BuyerSketch> buyers(StoreId store, Instant from, Instant to);

    StoreTotals totals(StoreId store);

    /** The modification time of the last change that is counted; empty if none is. */
    Optional<Instant> countedUpTo(StoreId store);
}
