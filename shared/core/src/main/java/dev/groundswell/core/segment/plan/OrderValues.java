package dev.groundswell.core.segment.plan;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.OrderItem;
import dev.groundswell.core.order.OrderStatus;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.order.Presale;
import dev.groundswell.core.segment.rule.OrderField;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order's values as conditions ask for them: none, one or several. */
final class OrderValues {

    private OrderValues() {}

    static boolean hold(Order order, FieldCondition<OrderField> condition) {
        return switch (condition.test()) {
            case NumberTest test -> test.holdsOfAny(numbers(order, condition.field()));
            case TextTest test -> test.holdsOfAny(texts(order, condition.field()));
        };
    }

    private static List<Long> numbers(Order order, OrderField field) {
        return switch (field) {
            case PLACED_AT -> second(order.times().orderedAt());
            case PAID_AT -> second(order.times().paidAt());
            case CLOSED_AT -> second(order.times().closedAt());
            case IS_PAID -> List.of(order.isPaid() ? 1L : 0L);
            case AMOUNT -> List.of(order.amounts().payable().minorUnits());
            case PAID_AMOUNT -> order.isPaid() ? List.of(order.sales().minorUnits()) : List.of();
            case REFUND -> order.isPaid() ? List.of(order.refunds().minorUnits()) : List.of();
            case PIECES -> List.of(order.pieces());
            case SELLER_FLAG -> List.of((long) order.sellerFlag());
            case STATUS, ITEM, CATEGORY, ORIGIN, PRESALE_STEP, PAYMENT_METHOD -> List.of();
        };
    }

    private static List<String> texts(Order order, OrderField field) {
        return switch (field) {
            case STATUS -> List.of(order.status().name());
            case ITEM -> order.items().stream().map(OrderItem::itemId).toList();
            case CATEGORY ->
                order.items().stream()
                        .map(OrderItem::category)
                        .filter(Objects::nonNull)
                        .toList();
            case ORIGIN -> order.origins().stream().map(Origin::name).toList();
            case PRESALE_STEP -> List.of(presaleStep(order, order.presale()));
            case PAYMENT_METHOD -> Stream.ofNullable(order.paymentMethod()).toList();
            case PLACED_AT, PAID_AT, CLOSED_AT, IS_PAID, AMOUNT, PAID_AMOUNT, REFUND, PIECES, SELLER_FLAG -> List.of();
        };
    }

    private static String presaleStep(Order order, @Nullable Presale presale) {
        if (presale == null) {
            return "NONE";
        }
        if (presale.forfeited()) {
            return "FORFEITED";
        }
        if (order.isPaid()) {
            return "BALANCE_PAID";
        }
        var isDepositPaid = presale.depositPaidAt() != null || order.status() == OrderStatus.DEPOSIT_PAID;
        return isDepositPaid ? "DEPOSIT_PAID" : "DEPOSIT_UNPAID";
    }

    private static List<Long> second(@Nullable Instant instant) {
        return instant == null ? List.of() : List.of(instant.getEpochSecond());
    }
}
