package dev.groundswell.core.metrics;

/** How many orders and customers a store has in all. */
public record StoreTotals(long orders, long customers) {

    public static final StoreTotals ZERO = new StoreTotals(0, 0);

    public StoreTotals plus(StoreTotals other) {
        return new StoreTotals(orders + other.orders, customers + other.customers);
    }

    public boolean isZero() {
        return equals(ZERO);
    }
}
