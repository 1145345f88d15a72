package dev.groundswell.core.order;

/**
 * How far an order has come, in rank order: of two snapshots of the same instant the later status wins. Whether an order
 * counts as paid is not read from here but from {@link Order#isPaid}: a closed order may well have been paid.
 */
public enum OrderStatus {
    AWAITING_PAYMENT(0),
    DEPOSIT_PAID(1),
    PAID(2),
    SHIPPED(3),
    DELIVERED(4),
    COMPLETED(5),
    CLOSED(6);

    private final int rank;

    OrderStatus(int rank) {
        this.rank = rank;
    }

    /** One digit; part of stored versions, so it never changes for a status. */
    public int rank() {
        return rank;
    }
}
