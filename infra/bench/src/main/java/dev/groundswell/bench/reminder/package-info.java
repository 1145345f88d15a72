/** Payment reminders: whether each goes at its minute, and what it costs. */
@NullMarked
package dev.groundswell.bench.reminder;

import org.jspecify.annotations.NullMarked;
