/**
 * Payment reminders go out: {@link dev.groundswell.remindersweep.ReminderSweepHandler} looks each minute what is due and sends it,
 * and {@link dev.groundswell.remindersweep.ReminderSendHandler} goes on where that is more than one function does in its time.
 */
@NullMarked
package dev.groundswell.remindersweep;

import org.jspecify.annotations.NullMarked;
