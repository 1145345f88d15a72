/** What is due is judged, chosen, sent and written down, each minute, by any number of workers, each of whom may end anywhere. */
@NullMarked
package dev.groundswell.core.reminder.sweep;

import org.jspecify.annotations.NullMarked;
