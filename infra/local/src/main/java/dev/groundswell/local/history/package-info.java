/**
 * Brings order changes into the run as messages on its queue: from a file as fast as they go ({@link
 * dev.groundswell.local.history.Import}), or as live ones with the clock following ({@link
 * dev.groundswell.local.history.Replay}).
 */
@NullMarked
package dev.groundswell.local.history;

import org.jspecify.annotations.NullMarked;
