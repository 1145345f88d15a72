package dev.groundswell.core.reminder.preview;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.OrderTimes;
import dev.groundswell.core.order.Presale;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was at earlier moments, as far as its latest snapshot tells: when it was paid, its deposit was paid, and it was
 * closed. What else was changed, such as amounts or flags, is taken as it is now.
 */
record PastOrder(Order latest) {

    /** The first moment after this one at which it became something else. */
    Optional<Instant> changeAfter(Instant now) {
        return Stream.of(Optional.ofNullable(latest.times().paidAt()), closedAt(), depositPaidAt())
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** @param now when it was placed, or later */
    Order at(Instant now) {
        var times = latest.times();
        return new Order(
                latest.id(),
                latest.buyer(),
                statusAt(now),
                new OrderTimes(
                        times.orderedAt(),
                        times.modifiedAt(),
                        until(times.paidAt(), now),
                        until(times.shippedAt(), now),
                        times.promisedBy(),
                        until(times.deliveredAt(), now),
                        until(times.completedAt(), now),
                        until(times.closedAt(), now),
                        times.closesAt()),
                latest.amounts(),
                presaleAt(now),
                latest.origins(),
                latest.sellerFlag(),
                latest.paymentMethod(),
                latest.paymentUrl(),
                latest.contact(),
                latest.region(),
                latest.items(),
                latest.review(),
                latest.source());
    }

    private static @Nullable Instant until(@Nullable Instant happened, Instant now) {
        return happened == null || happened.isAfter(now) ? null : happened;
    }

    private OrderStatus statusAt(Instant now) {
        if (closedAt().filter(closed -> !closed.isAfter(now)).isPresent()) {
            return OrderStatus.CLOSED;
        }
        if (until(latest.times().paidAt(), now) != null) {
            return OrderStatus.PAID;
        }
        var hasDeposit = latest.status() == OrderStatus.DEPOSIT_PAID
                && depositPaidAt().filter(now::isBefore).isEmpty();
        return hasDeposit ? OrderStatus.DEPOSIT_PAID : OrderStatus.AWAITING_PAYMENT;
    }

    private Optional<Instant> depositPaidAt() {
        return Optional.ofNullable(latest.presale()).map(Presale::depositPaidAt);
    }

    private Optional<Instant> closedAt() {
        return latest.status() == OrderStatus.CLOSED
                ? Optional.of(Optional.ofNullable(latest.times().closedAt())
                        .orElse(latest.times().modifiedAt()))
                : Optional.empty();
    }

    private @Nullable Presale presaleAt(Instant now) {
        var presale = latest.presale();
        if (presale == null) {
            return null;
        }
        return new Presale(
                presale.deposit(),
                until(presale.depositPaidAt(), now),
                presale.balanceFrom(),
                presale.balanceUntil(),
                presale.forfeited() && until(presale.balanceUntil(), now) != null);
    }
}
