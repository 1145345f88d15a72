/** Reminder tasks: what a store wants its buyers to be reminded of, and what that means for an order at a moment. */
@NullMarked
package dev.groundswell.core.reminder.task;

import org.jspecify.annotations.NullMarked;
