/**
 * Rounds of reminders: those that a person sends to whatever orders wait at a moment, and timed ones. Read {@link
 * dev.groundswell.core.reminder.round.RemindNow}.
 */
@NullMarked
package dev.groundswell.core.reminder.round;

import org.jspecify.annotations.NullMarked;
