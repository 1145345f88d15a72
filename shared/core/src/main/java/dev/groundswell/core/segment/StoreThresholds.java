package dev.groundswell.core.segment;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.segment.plan.AudienceStatistics;
import java.util.Currency;

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

    private static final int LOW = 20;
    private static final int MIDDLE = 50;
    private static final int HIGH = 80;

    public StoreThresholds {
        if (productCycleDays < 1 || productCycleDays > MAX_CYCLE_DAYS) {
            throw new IllegalArgumentException("No product has a cycle of " + productCycleDays + " days.");
        }
    }

    /** Of a store without customers all amounts are zero. */
    public static StoreThresholds of(AudienceStatistics statistics, Currency currency) {
        var orderValue = statistics.averageOrderValue();
        return new StoreThresholds(
                Math.clamp(statistics.productCycleDays(), 1, MAX_CYCLE_DAYS),
                new Money(orderValue.rounded(MIDDLE), currency),
                new Money(orderValue.rounded(LOW), currency),
                new Money(statistics.spend().rounded(HIGH), currency),
                MANY_ORDERS);
    }
}
