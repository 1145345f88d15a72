package dev.groundswell.core.metrics;

/**
 * What is counted of clicks in one sender's messages, and of the payments that followed them; adds up over people. An order
 * that was paid in time after clicks in several senders' messages counts for each of them.
 *
 * @param clicks  on all links
 * @param people  who clicked
 * @param orders  paid by them, from each one's first click on and in time
 * @param payers  people with such an order
 * @param sales   minor units that these orders brought
 * @param refunds minor units given back of them
 */
public record ClickCounts(long clicks, long people, long orders, long payers, long sales, long refunds) {

    public static final ClickCounts ZERO = new ClickCounts(0, 0, 0, 0, 0, 0);

    /** What one person counts, who clicked. */
    public static ClickCounts ofPerson(long clicks, long orders, long sales, long refunds) {
        return new ClickCounts(clicks, 1, orders, Math.min(1, orders), sales, refunds);
    }

    public ClickCounts plus(ClickCounts other) {
        return new ClickCounts(
                clicks + other.clicks,
                people + other.people,
                orders + other.orders,
                payers + other.payers,
                Math.addExact(sales, other.sales),
                Math.addExact(refunds, other.refunds));
    }

    public ClickCounts negated() {
        return new ClickCounts(-clicks, -people, -orders, -payers, -sales, -refunds);
    }

    public boolean isZero() {
        return equals(ZERO);
    }
}
