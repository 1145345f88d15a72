package dev.groundswell.core.reminder.round;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the orders that wait a round is for, beyond what its terms say.
 *
 * @param orderedFrom    ordered at or after
 * @param orderedTo      ordered before
 * @param flags          the seller's flags 0 to 5, 0 being none; empty for any
 * @param origins        orders with one of these; empty for any
 * @param provinces      as the source wrote them; empty for any
 * @param fewestOrders   how many such orders their buyer has at least, 1 or more
 * @param mostOrders     and at most; empty for any number
 * @param messagedToday  whether also buyers who were sent a message on this day of the store
 */
public record RoundFilter(
        Optional<Instant> orderedFrom,
        Optional<Instant> orderedTo,
        Set<Integer> flags,
        Set<Origin> origins,
        Set<String> provinces,
        int fewestOrders,
        Optional<Integer> mostOrders,
        boolean messagedToday) {

    public static final RoundFilter ALL = new RoundFilter(
            Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), 1, Optional.empty(), false);

    public RoundFilter {
        flags = Set.copyOf(flags);
        origins = Set.copyOf(origins);
        provinces = Set.copyOf(provinces);
    }

    RoundFilter withMessagedToday() {
        return new RoundFilter(orderedFrom, orderedTo, flags, origins, provinces, fewestOrders, mostOrders, true);
    }

    boolean fits(Order order) {
        var province = order.region().province();
        return (flags.isEmpty() || flags.contains(order.sellerFlag()))
                && (origins.isEmpty() || order.origins().stream().anyMatch(origins::contains))
                && (provinces.isEmpty() || (province != null && provinces.contains(province)));
    }

    /** @param ofBuyer how many orders of one buyer there are */
    boolean fits(long ofBuyer) {
        return ofBuyer >= fewestOrders && ofBuyer <= mostOrders.orElse(Integer.MAX_VALUE);
    }
}
