/** Reminder tasks, reminders by hand, and what became of an order's. Read {@link dev.groundswell.graphqlapi.reminder.ReminderPorts}. */
@NullMarked
package dev.groundswell.graphqlapi.reminder;

import org.jspecify.annotations.NullMarked;
