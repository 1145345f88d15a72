package dev.groundswell.core.reminder;

import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.order.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All reminders of one phase of an order, in the order of their ordinals: the truth of what was sent for it, and kept with the
 * buyer's orders.
 *
 * @param revision counted up by each write; 0 where none is kept
 */
public record OrderReminders(BuyerId buyer, OrderId order, Phase phase, List<Reminder> reminders, long revision) {

    public OrderReminders {
        reminders = List.copyOf(reminders);
    }

    public static OrderReminders none(BuyerId buyer, OrderId order, Phase phase) {
        return new OrderReminders(buyer, order, phase, List.of(), 0);
    }

    /** The one that was chosen last and of which nobody has written here what became of it. */
    public Optional<Reminder> underWay() {
        return reminders.stream()
                .filter(reminder -> reminder.fate() instanceof Fate.Chosen chosen
                        && chosen.news().isEmpty())
                .findFirst();
    }

    /** The ordinal of the next one; beyond {@link ReminderId#MAX_ORDINAL} there is none. A first one that was never due is not kept. */
    public int next() {
        return reminders.isEmpty() ? 1 : reminders.getLast().ordinal() + 1;
    }

    /** Of which order and phase they are. */
    public OrderPhase orderPhase() {
        return new OrderPhase(buyer, order, phase);
    }

    public ReminderId id(int ordinal) {
        return new ReminderId(buyer, order, phase, ordinal);
    }

    /** With this one added, or in place of the one of its ordinal. */
    public OrderReminders with(Reminder reminder) {
        var others = reminders.stream().filter(each -> each.ordinal() < reminder.ordinal());
        var later = reminders.stream().filter(each -> each.ordinal() > reminder.ordinal());
        var all =
                Stream.concat(Stream.concat(others, Stream.of(reminder)), later).toList();
        return new OrderReminders(buyer, order, phase, all, revision + 1);
    }
}
