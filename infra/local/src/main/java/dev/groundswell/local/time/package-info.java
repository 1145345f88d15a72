/**
 * The local run's clock, which can start anywhere and run at any speed, and the schedules it drives. Read {@link
 * dev.groundswell.local.time.LocalClock} first.
 */
@NullMarked
package dev.groundswell.local.time;

import org.jspecify.annotations.NullMarked;
