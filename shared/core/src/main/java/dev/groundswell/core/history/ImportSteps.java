package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.time.Duration;

/** The queue that wakes workers. A message says where to look; what is to be done, the import itself knows. */
public interface ImportSteps {

    /** The longest that a message may be held back. */
    Duration MAX_DELAY = Duration.ofMinutes(15);

    /**
     * Wakes a worker.
     *
     * @param step  grows by one with every continuation; a message of an earlier step than the import's is out of date
     * @param delay how long it is to be held back
     */
    void wake(StoreId store, ImportId id, int step, Duration delay);
}
