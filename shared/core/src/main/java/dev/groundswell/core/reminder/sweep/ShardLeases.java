package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;

/**
 * Who goes on with which shard. In a peak each minute finds more that is due than it takes itself; without this, all whom it asks to go
 * on would read the same wake-ups, and meet at each of them. Nothing but the work of one worker hangs on it.
 */
public interface ShardLeases {

    /**
     * Takes a shard, or keeps it.
     *
     * @param until what it is taken for is over then, unless it is taken again
     * @return false while it is somebody else's; a lease that ends after {@code until} is nobody's, a clock went back
     */
    boolean take(StoreId store, int shard, String owner, Instant now, Instant until);

    /** Gives it back, if it is the owner's. */
    void release(StoreId store, int shard, String owner);
}
