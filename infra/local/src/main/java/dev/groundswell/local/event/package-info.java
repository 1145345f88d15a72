/**
 * Wakes functions as Lambda's event sources do: queue mappings ({@link dev.groundswell.local.event.QueueMapping}),
 * stream mappings ({@link dev.groundswell.local.event.StreamMapping}) and schedules ({@link
 * dev.groundswell.local.event.Schedules}). {@link dev.groundswell.local.event.Drain} knows when nothing is left to do.
 */
@NullMarked
package dev.groundswell.local.event;

import org.jspecify.annotations.NullMarked;
