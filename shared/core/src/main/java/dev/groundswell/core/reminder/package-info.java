/**
 * Payment reminders: orders that were placed and not paid, presales whose deposit or balance is open. Read {@link
 * dev.groundswell.core.reminder.OrderReminders} for what is known of an order's reminders, {@link
 * dev.groundswell.core.reminder.WakeUps} for how an order comes up again, the package {@code task} for what a store wants, and
 * {@code sweep} for the work of each minute, {@code round} for reminders by hand, and {@code preview} for what a task would have
 * done.
 */
@NullMarked
package dev.groundswell.core.reminder;

import org.jspecify.annotations.NullMarked;
