/**
 * What became of an order and its reminders, in words. Read {@link dev.groundswell.core.reminder.explain.ExplainOrder}.
 */
@NullMarked
package dev.groundswell.core.reminder.explain;

import org.jspecify.annotations.NullMarked;
