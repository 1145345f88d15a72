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
     * @param upTo   the worker's last batch that is counted, as all before it are
     * @param counts each of another provider or destination
     */
    void note(StoreId store, LocalDate day, String worker, long upTo, Collection<DeliveryCount> counts);

    /** Up to which of its batches a worker has noted what it counted of a day, read after every note that has ended; 0 before the first. */
    long notedUpTo(StoreId store, LocalDate day, String worker);

    /** What all workers counted of a day, each by itself. */
    List<DeliveryCount> of(StoreId store, LocalDate day);
}
