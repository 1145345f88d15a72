/**
 * A limit per second that holds across all workers: each leases a rate for some seconds, and spaces its calls by it. Read
 * {@link dev.groundswell.core.message.pace.PaceBook} for how a pace is shared out and {@link dev.groundswell.core.message.pace.LeasedSeconds}
 * for how a worker keeps to its part.
 */
@NullMarked
package dev.groundswell.core.message.pace;

import org.jspecify.annotations.NullMarked;
