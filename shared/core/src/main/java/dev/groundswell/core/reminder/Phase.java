package dev.groundswell.core.reminder;

import dev.groundswell.core.money.Money;
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

    /**
     * What was paid of an order.
     *
     * @param refunded what was given back of it
     */
    public record Paid(Instant at, Money amount, Money refunded) {}

    /** What was paid in this phase; empty if nothing was, or if the source does not say when. What is given back is the last payment's. */
    public Optional<Paid> paid(Order order) {
        return switch (this) {
            case PAYMENT -> order.paidAt().map(at -> new Paid(at, order.sales(), order.refunds()));
            case DEPOSIT -> Optional.ofNullable(order.presale()).flatMap(Phase::deposit);
            case BALANCE -> order.paidAt().map(at -> new Paid(at, balance(order), order.refunds()));
        };
    }

    private static Optional<Paid> deposit(Presale presale) {
        var deposit = presale.deposit();
        return Optional.ofNullable(presale.depositPaidAt())
                .map(at -> new Paid(at, deposit, Money.zero(deposit.currency())));
    }

    private static Money balance(Order order) {
        var presale = order.presale();
        var deposit = presale == null ? 0 : presale.deposit().minorUnits();
        var all = order.sales();
        return new Money(Math.max(0, all.minorUnits() - deposit), all.currency());
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
