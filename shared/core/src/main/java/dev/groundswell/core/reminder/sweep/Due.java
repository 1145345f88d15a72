package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.Fate;
import dev.groundswell.core.reminder.OrderReminders;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.ReminderId;
import dev.groundswell.core.reminder.task.Judge;
import dev.groundswell.core.reminder.task.Judgement.Now;
import dev.groundswell.core.reminder.task.ReminderTask;
import java.time.Instant;
import java.util.Optional;

/**
 * A reminder that is to go now.
 *
 * @param kept     what is kept of its order; of the reminder itself, where somebody chose it before and did not send it
 * @param now      what the judge said
 * @param judgedAt when
 * @param round    the terms of the round that it is of; empty: of the tasks
 */
record Due(
        Order order, BuyerFacts buyer, OrderReminders kept, Now now, Instant judgedAt, Optional<ReminderTask> round) {

    ReminderId id() {
        return kept.id(now.ordinal());
    }

    ReminderTask task() {
        return now.task();
    }

    /** What is kept of it, where somebody chose it before. */
    Optional<Reminder> before() {
        return kept.reminders().stream()
                .filter(reminder -> reminder.ordinal() == now.ordinal())
                .findFirst();
    }

    OrderReminders with(Fate fate) {
        return kept.with(new Reminder(now.ordinal(), task().id().value(), now.due(), fate));
    }

    /** Whether it would go on the same terms, as everything is now. */
    boolean isStillDue(Judge judge, Order current, BuyerFacts facts) {
        return judge.judge(current, facts, before(kept, now.ordinal()), judgedAt)
                .equals(now);
    }

    /** What was kept before a reminder was chosen. */
    static OrderReminders before(OrderReminders kept, int ordinal) {
        var earlier = kept.reminders().stream()
                .filter(reminder -> reminder.ordinal() < ordinal)
                .toList();
        return new OrderReminders(kept.buyer(), kept.order(), kept.phase(), earlier, kept.revision());
    }
}
