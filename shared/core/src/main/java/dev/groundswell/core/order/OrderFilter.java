package dev.groundswell.core.order;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders a listing holds.
 *
 * @param buyer       only this buyer's
 * @param statuses    only these; empty for all
 * @param orderedFrom ordered at or after
 * @param orderedTo   ordered before
 */
public record OrderFilter(
        Optional<BuyerId> buyer,
        Set<OrderStatus> statuses,
        Optional<Instant> orderedFrom,
        Optional<Instant> orderedTo) {

    public static final OrderFilter ALL =
            new OrderFilter(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

    public OrderFilter {
        statuses = Set.copyOf(statuses);
    }

    public boolean matches(Order order) {
        var orderedAt = order.times().orderedAt();
        return buyer.map(order.buyer()::equals).orElse(true)
                && (statuses.isEmpty() || statuses.contains(order.status()))
                && orderedFrom.map(from -> !orderedAt.isBefore(from)).orElse(true)
                && orderedTo.map(orderedAt::isBefore).orElse(true);
    }
}
