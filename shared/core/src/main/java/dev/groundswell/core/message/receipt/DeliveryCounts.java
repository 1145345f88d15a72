package dev.groundswell.core.message.receipt;

import dev.groundswell.core.store.StoreId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What workers counted of deliveries, by day. */
public interface DeliveryCounts {

    /** As long as messages are kept. */
    int KEPT_DAYS = 400;

    /**
     * Replaces what the worker counted before of this day.
     *
     * @param day    UTC, on which the reports came
     * @param worker unlike that of every other process
     * @param counts each of another provider or destination
     */
    void note(StoreId store, LocalDate day, String worker, Collection<DeliveryCount> counts);

    /** What all workers counted of a day, each by itself. */
    List<DeliveryCount> of(StoreId store, LocalDate day);
}
