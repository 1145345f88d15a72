package dev.groundswell.core.reminder.task;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.OrderReminders;
import java.time.Instant;
import java.util.List;

/** Says what tasks mean for orders. It asks nobody and remembers nothing. */
public interface Judge {

    /**
     * What is to become of the next reminder of an order.
     *
     * @param known its reminders of the phase that it is in
     */
    Judgement judge(Order order, BuyerFacts buyer, OrderReminders known, Instant now);

    /** Which task is for an order, and why each other one is not; the one that is for it comes first, if there is one. */
    List<TaskVerdict> verdicts(Order order, BuyerFacts buyer);

    /**
     * @param applies whether it is the one; of one order at most one is
     * @param why     in words
     */
    record TaskVerdict(ReminderTask task, boolean applies, String why) {}
}
