package dev.groundswell.graphqlapi.reminder;

import dev.groundswell.core.message.Content;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import java.time.Instant;

/** A reminder that would be sent, and when. */
record ReminderSample(OrderId order, BuyerId buyer, int ordinal, Instant at, Content content) {}
