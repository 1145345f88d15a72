package dev.groundswell.core.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to an order.
 *
 * @param modifiedAt  the source's time of this state
 * @param paidAt      when it was paid in full; present if and only if the order counts as paid
 * @param promisedBy  when the buyer was told the goods arrive
 * @param closesAt    when the platform closes the order if it stays unpaid
 */
public record OrderTimes(
        Instant orderedAt,
        Instant modifiedAt,
        @Nullable Instant paidAt,
        @Nullable Instant shippedAt,
        @Nullable Instant promisedBy,
        @Nullable Instant deliveredAt,
        @Nullable Instant completedAt,
        @Nullable Instant closedAt,
        @Nullable Instant closesAt) {}
