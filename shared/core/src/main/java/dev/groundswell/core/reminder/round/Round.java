package dev.groundswell.core.reminder.round;

import dev.groundswell.core.reminder.task.ReminderTask;
import dev.groundswell.core.reminder.task.TaskId;
import java.time.Instant;

/**
 * Reminders that go to some orders at one instant.
 *
 * @param terms what a task says, with that instant as its schedule
 * @param at    the instant
 * @param by    who sent them
 * @param orders how many were woken for it
 */
public record Round(ReminderTask terms, Instant at, String by, int orders) {

    public TaskId id() {
        return terms.id();
    }
}
