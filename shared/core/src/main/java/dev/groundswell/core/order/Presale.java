package dev.groundswell.core.order;

import dev.groundswell.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in two steps: a deposit first, the balance in its window.
 *
 * @param depositPaidAt when the deposit was paid
 * @param balanceFrom   when the balance can be paid from
 * @param balanceUntil  until when; an unpaid balance forfeits the deposit
 */
public record Presale(
        Money deposit,
        @Nullable Instant depositPaidAt,
        @Nullable Instant balanceFrom,
        @Nullable Instant balanceUntil,
        boolean forfeited) {}
