package dev.groundswell.core.metrics;

/**
 * What is counted of sales; adds up over buyers, and, except for the customers, over time.
 *
 * @param ordersPlaced         counted when they were placed
 * @param ordersPaid           this and all below are counted when the order was paid
 * @param items                pieces
 * @param customers            distinct buyers with a paid order in the granule
 * @param boughtInPrior90Days  those of them who also had a paid order on one of the 90 days before; not kept by the hour
 * @param sales                minor units
 * @param refunds              minor units
 */
public record SalesCounts(
        long ordersPlaced,
        long ordersPaid,
        long items,
        long customers,
        long boughtInPrior90Days,
        long sales,
        long refunds) {

    public static final SalesCounts ZERO = new SalesCounts(0, 0, 0, 0, 0, 0, 0);

    public SalesCounts plus(SalesCounts other) {
        return new SalesCounts(
                ordersPlaced + other.ordersPlaced,
                ordersPaid + other.ordersPaid,
                items + other.items,
                customers + other.customers,
                boughtInPrior90Days + other.boughtInPrior90Days,
                Math.addExact(sales, other.sales),
                Math.addExact(refunds, other.refunds));
    }

    public SalesCounts negated() {
        return new SalesCounts(-ordersPlaced, -ordersPaid, -items, -customers, -boughtInPrior90Days, -sales, -refunds);
    }

    public boolean isZero() {
        return equals(ZERO);
    }

    SalesCounts withCustomers(long number, long ofThemBoughtBefore) {
        return new SalesCounts(ordersPlaced, ordersPaid, items, number, ofThemBoughtBefore, sales, refunds);
    }
}
