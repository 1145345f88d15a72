package dev.groundswell.core.order;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Orders by when they were placed, the newest first; seconds behind {@link Orders}. */
public interface OrderListing {

    /**
     * A place between two orders of a listing.
     *
     * @param orderedAt of the order that was listed last
     */
    record Position(Instant orderedAt, OrderId id) {}

    /**
     * A page of a listing. It may hold fewer orders than asked for, even none, and yet not be the last: a filter that
     * keeps little would otherwise read without limit.
     *
     * @param next where to go on; empty at the end
     */
    record Page(List<Order> orders, Optional<Position> next) {
        public Page {
            orders = List.copyOf(orders);
        }
    }

    /** The months, in UTC, in which the store has orders; at once after an order is written. */
    SortedSet<YearMonth> months(StoreId store);

    Page newest(StoreId store, OrderFilter filter, int limit, Optional<Position> after);
}
