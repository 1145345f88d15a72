package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.NoteOpenOrders;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.ReminderId;
import java.time.Instant;
import java.util.Optional;

/** Whether an order waits for a payment that its buyer can still be reminded of. */
final class Waiting {

    private Waiting() {}

    /** Why it does not, in words; empty if it does. */
    static Optional<String> isOver(Order order, OrderReminders known, Instant now) {
        var phase = Phase.of(order);
        if (phase.isEmpty()) {
            return Optional.of("It waits for no payment.");
        }
        if (phase.get() != known.phase()) {
            return Optional.of("It waits for another payment than that.");
        }
        if (known.next() > ReminderId.MAX_ORDINAL) {
            return Optional.of(
                    known.reminders().stream().allMatch(reminder -> reminder.fate() instanceof Fate.Dropped)
                            ? "Its reminders were dropped, and it gets no more."
                            : "It had its reminders.");
        }
        return payableUntil(order, phase.get()).isAfter(now)
                ? Optional.empty()
                : Optional.of("Its time to be paid is over.");
    }

    /** Behind the last instant at which it can be paid. */
    private static Instant payableUntil(Order order, Phase phase) {
        var presale = order.presale();
        var closesAt = switch (phase) {
            case PAYMENT, DEPOSIT -> order.times().closesAt();
            case BALANCE -> presale == null ? null : presale.balanceUntil();
        };
        var longest = order.times().orderedAt().plus(NoteOpenOrders.LONGEST_OPEN);
        return closesAt != null && closesAt.isBefore(longest) ? closesAt : longest;
    }
}
