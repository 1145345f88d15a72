package dev.groundswell.core.metrics;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/** The counters of behaviour as a report reads them; seconds behind the events. */
public interface WarmUpCounters {

    /** The counters of the days that start in {@code [from, to)}; those that were never counted are missing. */
    SortedMap<CounterKey, WarmUpCounts> warmUp(StoreId store, Instant from, Instant to);

    /** The people of the days that start in {@code [from, to)}, by what they did. */
    Map<Interest, BuyerSketch> people(StoreId store, Instant from, Instant to);
}
