package dev.groundswell.core.reminder.task;

import dev.groundswell.core.reminder.DropReason;
import java.time.Instant;

/** What the tasks, as they are now, mean for an order at a moment. */
public sealed interface Judgement {

    /** It waits for nothing, or had all its reminders: nobody needs to look at it again unless it changes. */
    record Settled(String why) implements Judgement {}

    /** It waits, and no task reminds of it as things are: it is looked at again when tasks are saved. */
    record Dormant(String why) implements Judgement {}

    /** Its next reminder is due then. */
    record Later(ReminderTask task, int ordinal, Instant due) implements Judgement {}

    /** Its next reminder goes now. */
    record Now(ReminderTask task, int ordinal, Instant due) implements Judgement {}

    /** Its next reminder is never sent; a later one may be. */
    record Drop(ReminderTask task, int ordinal, Instant due, DropReason reason) implements Judgement {}
}
