package dev.groundswell.core.order;

import dev.groundswell.core.money.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order's whole state at {@link OrderTimes#modifiedAt}, never a difference.
 *
 * @param sellerFlag 0 none, 1 to 5 the seller's coloured flags
 * @param paymentUrl opens the platform's payment page
 * @param source     the door it came through; no part of the snapshot, and not in its version
 */
public record Order(
        OrderId id,
        BuyerId buyer,
        OrderStatus status,
        OrderTimes times,
        OrderAmounts amounts,
        @Nullable Presale presale,
        Set<Origin> origins,
        int sellerFlag,
        @Nullable String paymentMethod,
        @Nullable String paymentUrl,
        BuyerContact contact,
        Region region,
        List<OrderItem> items,
        @Nullable Review review,
        OrderSource source) {

    public Order {
        var inRankOrder = EnumSet.noneOf(Origin.class);
        inRankOrder.addAll(origins);
        origins = Collections.unmodifiableSet(inRankOrder);
        items = List.copyOf(items);
    }

    /** The same snapshot, come through this door. */
    public Order from(OrderSource door) {
        return new Order(
                id,
                buyer,
                status,
                times,
                amounts,
                presale,
                origins,
                sellerFlag,
                paymentMethod,
                paymentUrl,
                contact,
                region,
                items,
                review,
                door);
    }

    /** The same snapshot, without saying who bought. */
    public Order withoutContact() {
        return new Order(
                id,
                buyer,
                status,
                times,
                amounts,
                presale,
                origins,
                sellerFlag,
                paymentMethod,
                paymentUrl,
                BuyerContact.UNKNOWN,
                region,
                items,
                review,
                source);
    }

    /** An order is paid if the source says when, also with nothing to pay, and also after it was closed. */
    public boolean isPaid() {
        return times.paidAt() != null;
    }

    /** Whether this is the order's first state, as it was placed. */
    public boolean isUnmodified() {
        return times.modifiedAt().equals(times.orderedAt());
    }

    public Optional<Instant> paidAt() {
        return Optional.ofNullable(times.paidAt());
    }

    /** What the order brought: what was paid, or what was payable where the source does not say. Zero if unpaid. */
    public Money sales() {
        if (!isPaid()) {
            return Money.zero(amounts.payable().currency());
        }
        var paid = amounts.paid();
        return paid == null ? amounts.payable() : paid;
    }

    /** What was given back of a paid order; may exceed its sales. */
    public Money refunds() {
        var refunded = amounts.refunded();
        return isPaid() && refunded != null
                ? refunded
                : Money.zero(amounts.payable().currency());
    }

    /** Pieces, over all lines. */
    public long pieces() {
        return items.stream().mapToLong(OrderItem::quantity).sum();
    }

    /** Neither paid nor closed yet. */
    public boolean isOpen() {
        return status != OrderStatus.CLOSED && !isPaid();
    }

    public boolean closedUnpaid() {
        return status == OrderStatus.CLOSED && !isPaid();
    }
}
