package dev.groundswell.core.segment;

import dev.groundswell.core.money.Money;

/**
 * What "recent", "many" and "much" mean in a store, by its own customers.
 *
 * @param productCycleDays after how many days a customer usually buys again; 1 to 3,650
 * @param medianOrderValue half of the customers have a lower average order value
 * @param lowOrderValue    a fifth of the customers have a lower average order value
 * @param highSpend        a fifth of the customers have spent more
 * @param manyOrders       so many paid orders make a good old customer
 */
public record StoreThresholds(
        int productCycleDays, Money medianOrderValue, Money lowOrderValue, Money highSpend, int manyOrders) {

    /** Ten years: whatever is bought more rarely has no cycle. */
    public static final int MAX_CYCLE_DAYS = 3_650;

    /** The second order may be chance, the third is habit. */
    public static final int MANY_ORDERS = 3;

    public StoreThresholds {
        if (productCycleDays < 1 || productCycleDays > MAX_CYCLE_DAYS) {
            throw new IllegalArgumentException("No product has a cycle of " + productCycleDays + " days.");
        }
    }
}
