package dev.groundswell.core.order;

/**
 * How far an order has come, in rank order: of two snapshots of the same instant the later status wins. Whether an order
 * counts as paid is not read from here but from {@link Order#isPaid}: a closed order may well have been paid.
 */
public enum OrderStatus {
    AWAITING_PAYMENT,
    DEPOSIT_PAID,
    PAID,
    SHIPPED,
    DELIVERED,
    COMPLETED,
    CLOSED
}
