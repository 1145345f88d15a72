package dev.groundswell.core.reminder;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;

/** One phase of an order, whose reminders are kept together. */
public record OrderPhase(BuyerId buyer, OrderId order, Phase phase) {}
