package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.reminder.Phase;
import java.util.Optional;

/** The kinds of orders to remind of, each by tasks of its own: an order of one kind is never reminded by a task of another. */
public enum OrderKind {
    ORDINARY(Phase.PAYMENT),
    GROUP_DEAL(Phase.PAYMENT),
    PRESALE_DEPOSIT(Phase.DEPOSIT),
    PRESALE_BALANCE(Phase.BALANCE);

    private final Phase phase;

    OrderKind(Phase phase) {
        this.phase = phase;
    }

    public Phase phase() {
        return phase;
    }

    /** Empty for an order that waits for nothing. */
    public static Optional<OrderKind> of(Order order) {
        return Phase.of(order).map(phase -> switch (phase) {
            case PAYMENT -> order.origins().contains(Origin.GROUP_DEAL) ? GROUP_DEAL : ORDINARY;
            case DEPOSIT -> PRESALE_DEPOSIT;
            case BALANCE -> PRESALE_BALANCE;
        });
    }
}
