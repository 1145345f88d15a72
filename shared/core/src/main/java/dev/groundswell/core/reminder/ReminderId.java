package dev.groundswell.core.reminder;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;

/**
 * Which reminder of which order. No task is in it: an edited task must not remind twice.
 *
 * @param ordinal 1 or 2
 */
public record ReminderId(BuyerId buyer, OrderId order, Phase phase, int ordinal) {

    /** Whoever did not pay after two does not after three, and complains. */
    public static final int MAX_ORDINAL = 2;

    public ReminderId {
        if (ordinal < 1 || ordinal > MAX_ORDINAL) {
            throw new IllegalArgumentException("An order is reminded of one thing once or twice.");
        }
    }
}
