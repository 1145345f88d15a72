/** Reminders through the whole local system. */
@NullMarked
package dev.groundswell.local.reminder;

import org.jspecify.annotations.NullMarked;
