package dev.groundswell.core.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's review of an order.
 *
 * @param score 1 (worst) to 5, absent where only words were given
 */
public record Review(@Nullable Integer score, @Nullable Instant at) {}
