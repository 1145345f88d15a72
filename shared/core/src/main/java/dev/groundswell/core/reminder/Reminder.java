package dev.groundswell.core.reminder;

import java.time.Instant;

/**
 * A reminder that was due, and what became of it.
 *
 * @param task whose it was: a task's id, or that of a round by hand
 * @param due  after its sending hours moved it
 */
public record Reminder(int ordinal, String task, Instant due, Fate fate) {}
