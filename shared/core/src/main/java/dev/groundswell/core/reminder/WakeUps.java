package dev.groundswell.core.reminder;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When which open order is to be looked at. A wake-up decides nothing: whoever takes it reads the order and the tasks as they are
 * then, puts the next wake-up, and only then deletes this one. So an order may have several, and each open order has one or more.
 *
 * <p>Those of one shard that are put together for the same time are kept, read and deleted together: of orders that came in the
 * same second, and of those that sleep.
 */
public interface WakeUps {

    /** So that 100,000 of one minute are deleted within it, below what DynamoDB writes in one partition. */
    int SHARDS = 8;

    /**
     * @param token of what it was put for: one that is put for something else meanwhile is another one, and stays when this one is
     *              deleted
     * @param round by hand or of a timed rule, empty for the tasks
     */
    record WakeUp(Instant due, BuyerId buyer, OrderId order, String token, Optional<String> round) {}

    /**
     * Where a shard keeps something.
     *
     * @param due what it is sorted by
     * @param key of what is kept there, the same for the same wake-ups only
     */
    record Place(Instant due, String key) {}

    /** How far the open orders of a shard were looked at again since the tasks were saved last. */
    record Mark(long revision, Optional<Place> upTo) {

        public static final Mark NONE = new Mark(0, Optional.empty());
    }

    /**
     * @param mark   of the shard, read before the wake-ups
     * @param isLast whether nothing else is due
     */
    record Page(Mark mark, List<WakeUpBundle> due, boolean isLast) {

        /** All of them, each for itself. */
        public List<WakeUp> wakeUps() {
            return due.stream().flatMap(bundle -> bundle.wakeUps().stream()).toList();
        }
    }

    /** The shard of an order, 0 to {@link #SHARDS} exclusive, always the same. */
    static int shardOf(OrderId order) {
        return Math.floorMod(order.value().hashCode(), SHARDS);
    }

    /**
     * The first bundles that are due at {@code until} or before, by their places, behind {@code after}, whether anything is still
     * there or not.
     *
     * @param limit of wake-ups; a bundle is not divided, and the first one comes even if it has more
     */
    Page due(StoreId store, int shard, Instant until, Optional<Place> after, int limit);

    /** Puts them in {@linkplain WakeUpBundle#of bundles}, those that are not there yet. */
    void put(StoreId store, Collection<WakeUp> wakeUps);

    /** Deletes those that are there. */
    void delete(StoreId store, Collection<WakeUpBundle> bundles);

    /** Writes the mark if it is as it was read. */
    boolean mark(StoreId store, int shard, Mark before, Mark after);
}
