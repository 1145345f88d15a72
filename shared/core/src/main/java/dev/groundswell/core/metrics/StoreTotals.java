package dev.groundswell.core.metrics;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.Reachability;

/**
 * How many orders and people a store has in all.
 *
 * @param customers    people with at least one order
 * @param visitors     people known by their behaviour only
 * @param reachability of the customers
 */
public record StoreTotals(long orders, long customers, long visitors, Reachability reachability) {

    public static final StoreTotals ZERO = new StoreTotals(0, 0, 0, Reachability.ZERO);

    static StoreTotals of(CustomerProfile buyer) {
        return buyer.hasOrdered()
                ? new StoreTotals(buyer.orders(), 1, 0, Reachability.of(buyer))
                : new StoreTotals(0, 0, 1, Reachability.ZERO);
    }

    public StoreTotals plus(StoreTotals other) {
        return new StoreTotals(
                orders + other.orders,
                customers + other.customers,
                visitors + other.visitors,
                reachability.plus(other.reachability));
    }

    public StoreTotals minus(StoreTotals other) {
        return plus(new StoreTotals(-other.orders, -other.customers, -other.visitors, other.reachability.negated()));
    }

    public boolean isZero() {
        return equals(ZERO);
    }
}
