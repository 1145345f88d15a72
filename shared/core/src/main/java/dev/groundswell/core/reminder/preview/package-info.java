/**
 * What a reminder task would have done, before it is saved. Read {@link
 * dev.groundswell.core.reminder.preview.PreviewReminderTask}.
 */
@NullMarked
package dev.groundswell.core.reminder.preview;

import org.jspecify.annotations.NullMarked;
