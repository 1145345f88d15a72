package dev.groundswell.core.metrics;

import static java.util.stream.Collectors.toMap;

import dev.groundswell.core.customer.BuyerHistory;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.metrics.ContributionKey.ReminderKey;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase.Paid;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.time.StoreCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one buyer contributes by reminders that were due. One that was chosen counts as sent as long as nothing else is written
 * of it.
 */
final class ReminderContributions {

    private ReminderContributions() {}

    static SortedMap<ReminderKey, ReminderCounts> of(BuyerHistory history, StoreCalendar calendar) {
        var contributions = new TreeMap<ReminderKey, ReminderCounts>();
        if (history.reminders().isEmpty()) {
            return contributions;
        }
        var orders = history.orders().stream().collect(toMap(Order::id, Function.identity()));
        for (var ofOrder : history.reminders()) {
            var paid = Optional.ofNullable(orders.get(ofOrder.order())).flatMap(ofOrder.phase()::paid);
            counts(ofOrder, paid)
                    .forEach((reminder, counts) -> contributions.merge(
                            new ReminderKey(calendar.dayOf(reminder.due()), reminder.task()),
                            counts,
                            ReminderCounts::plus));
        }
        return contributions;
    }

    private static Map<Reminder, ReminderCounts> counts(OrderReminders ofOrder, Optional<Paid> paid) {
        var counts = new TreeMap<Reminder, ReminderCounts>(Comparator.comparingInt(Reminder::ordinal));
        ofOrder.reminders().forEach(reminder -> counts.put(reminder, of(reminder.fate())));
        paid.ifPresent(payment -> paidAfter(ofOrder, payment.at())
                .ifPresent(reminder -> counts.merge(reminder, of(payment), ReminderCounts::plus)));
        return counts;
    }

    private static ReminderCounts of(Fate fate) {
        return switch (fate) {
            case Fate.Dropped(var _, var reason) -> ReminderCounts.ofDropped(reason);
            case Fate.Chosen chosen ->
                of(
                        chosen.latest().state(),
                        chosen.clicked().isPresent() ? 1 : 0,
                        chosen.latest().cost());
        };
    }

    private static ReminderCounts of(MessageState state, long clicked, long cost) {
        return switch (state) {
            case SENT -> new ReminderCounts(1, 0, 0, 0, Map.of(), clicked, 0, 0, 0, cost);
            case DELIVERED -> new ReminderCounts(1, 1, 0, 0, Map.of(), clicked, 0, 0, 0, cost);
            case FAILED -> new ReminderCounts(0, 0, 1, 0, Map.of(), clicked, 0, 0, 0, cost);
            case UNKNOWN -> new ReminderCounts(0, 0, 0, 1, Map.of(), clicked, 0, 0, 0, cost);
            case CLAIMED, EXCLUDED ->
                throw new IllegalStateException("No reminder's news is that it is " + state + ".");
        };
    }

    private static ReminderCounts of(Paid payment) {
        return new ReminderCounts(
                0,
                0,
                0,
                0,
                Map.of(),
                0,
                1,
                payment.amount().minorUnits(),
                payment.refunded().minorUnits(),
                0);
    }

    /** The last one that was sent before, if not too long before. */
    private static Optional<Reminder> paidAfter(OrderReminders ofOrder, Instant paidAt) {
        return ofOrder.reminders().stream()
                .filter(reminder -> reminder.fate() instanceof Fate.Chosen chosen && isInTime(chosen, paidAt))
                .max(Comparator.comparingInt(Reminder::ordinal));
    }

    private static boolean isInTime(Fate.Chosen chosen, Instant paidAt) {
        return chosen.takenAt()
                .filter(at -> !paidAt.isBefore(at) && paidAt.isBefore(at.plus(chosen.attribution())))
                .isPresent();
    }
}
