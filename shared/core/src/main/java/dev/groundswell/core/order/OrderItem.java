package dev.groundswell.core.order;

import dev.groundswell.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param quantity pieces, at least one
 * @param price    of one piece
 */
public record OrderItem(
        String itemId,
        @Nullable String skuId,
        @Nullable String title,
        @Nullable String category,
        int quantity,
        Money price,
        boolean refunded) {}
