/** The clock's schedules. */
@NullMarked
package dev.groundswell.local.time;

import org.jspecify.annotations.NullMarked;
