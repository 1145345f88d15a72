package dev.groundswell.core.reminder;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Presale;
import java.time.Instant;
import java.util.Optional;

/** What an order waits for its buyer to pay. Each phase of an order has reminders of its own. */
public enum Phase {
    /** All of it. */
    PAYMENT,
    /** A presale's first step. */
    DEPOSIT,
    /** A presale's second step, once the deposit is paid. */
    BALANCE;

    /** What the order waits for; empty if it is paid or closed, or its deposit is forfeited. */
    public static Optional<Phase> of(Order order) {
        if (!order.isOpen()) {
            return Optional.empty();
        }
        var presale = order.presale();
        if (presale == null) {
            return Optional.of(order.status() == OrderStatus.DEPOSIT_PAID ? BALANCE : PAYMENT);
        }
        return presale.forfeited() ? Optional.empty() : Optional.of(hasDeposit(order, presale) ? BALANCE : DEPOSIT);
    }

    private static boolean hasDeposit(Order order, Presale presale) {
        return presale.depositPaidAt() != null || order.status() == OrderStatus.DEPOSIT_PAID;
    }

    /** Since when the order has waited for this. */
    public Instant since(Order order) {
        var presale = order.presale();
        var paidAt = presale == null ? null : presale.depositPaidAt();
        return this == BALANCE && paidAt != null ? paidAt : order.times().orderedAt();
    }
}
