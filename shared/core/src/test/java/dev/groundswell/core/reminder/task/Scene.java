package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.AnOrder;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.order.Origin;
import dev.groundswell.core.reminder.BuyerFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens in a store in some days, all on half minutes, and when somebody looks. */
public record Scene(
        List<Purchase> purchases,
        List<ReminderTask> before,
        List<ReminderTask> after,
        Instant edited,
        List<Instant> sweeps) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** An order's whole story. */
    public record Purchase(
            String id,
            String buyer,
            Instant placedAt,
            @Nullable Instant paidAt,
            boolean isGroupDeal,
            String item,
            int flag) {

        public Order at(Instant now) {
            var order = AnOrder.anOrder(id)
                    .by(buyer)
                    .placedAt(placedAt)
                    .item(item, null, 1)
                    .flagged(flag);
            if (isGroupDeal) {
                order.from(Origin.GROUP_DEAL);
            }
            return paidAt != null && isPaidAt(now) ? order.paidAt(paidAt).build() : order.build();
        }

        boolean isPaidAt(Instant now) {
            return paidAt != null && !paidAt.isAfter(now);
        }
    }

    /** What became of a reminder; {@code what} is SENT or why it was dropped. */
    public record Event(Instant at, String order, int ordinal, String task, Instant due, String what) {}

    public List<ReminderTask> tasksAt(Instant now) {
        return now.isBefore(edited) ? before : after;
    }

    public List<Purchase> placedAt(Instant now) {
        return purchases.stream()
                .filter(purchase -> !purchase.placedAt().isAfter(now))
                .toList();
    }

    BuyerFacts buyerAt(String buyer, Instant now) {
        var payments = purchases.stream()
                .filter(purchase -> purchase.buyer().equals(buyer) && purchase.isPaidAt(now))
                .map(Purchase::paidAt)
                .sorted()
                .toList();
        return payments.isEmpty()
                ? BuyerFacts.UNKNOWN
                : new BuyerFacts(Optional.empty(), Optional.of(payments.getFirst()), Optional.of(payments.getLast()));
    }
}
