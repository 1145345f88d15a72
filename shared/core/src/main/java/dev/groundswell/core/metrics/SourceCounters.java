package dev.groundswell.core.metrics;

import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Map;

/** How many orders of which day came through which door; seconds behind the orders. */
@FunctionalInterface
public interface SourceCounters {

    /**
     * The orders placed on each day of the store's zone, by the door of their latest state.
     *
     * @param from first day
     * @param to   last day
     * @return the days that have orders, and the doors that brought some
     */
    Map<LocalDate, Map<OrderSource, Long>> ordersBySource(StoreId store, LocalDate from, LocalDate to);
}
