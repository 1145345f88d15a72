package dev.groundswell.core.order;

import dev.groundswell.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs, all in one currency.
 *
 * @param paid     what was really paid; may be zero, and absent although paid: then {@code payable} was
 * @param refunded may exceed what was paid
 */
public record OrderAmounts(
        Money payable,
        @Nullable Money paid,
        @Nullable Money shippingFee,
        @Nullable Money refunded) {}
