package dev.groundswell.core.metrics;

import dev.groundswell.core.store.StoreId;

/** The counters of clicks and of payments after them; seconds behind both. */
@FunctionalInterface
public interface ClickCounters {

    /**
     * @param to as the {@linkplain dev.groundswell.core.link.Attribution attribution} says
     * @return {@link ClickCounts#ZERO} where nobody clicked
     */
    ClickCounts after(StoreId store, String to);
}
