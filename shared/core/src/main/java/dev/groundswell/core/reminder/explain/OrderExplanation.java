package dev.groundswell.core.reminder.explain;

import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.Phase;
import dev.groundswell.core.reminder.Reminder;
import dev.groundswell.core.reminder.task.Judge.TaskVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One order and its reminders.
 *
 * @param next      what comes next, or why nothing does: a sentence
 * @param history   by time
 * @param reminders by phase and ordinal
 * @param verdicts  of all tasks; the one that is for the order first, if there is one
 * @param revision  of the tasks
 */
public record OrderExplanation(
        Order order,
        String next,
        List<Event> history,
        List<OfPhase> reminders,
        List<TaskVerdict> verdicts,
        long revision) {

    public OrderExplanation {
        history = List.copyOf(history);
        reminders = List.copyOf(reminders);
        verdicts = List.copyOf(verdicts);
    }

    /** @param text a sentence */
    public record Event(Instant at, String text) {}

    /** @param taskName of the task or round whose it was; empty if that was deleted */
    public record OfPhase(Phase phase, Reminder reminder, Optional<String> taskName) {}
}
