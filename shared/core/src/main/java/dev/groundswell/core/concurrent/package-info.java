/** Doing one thing to many at once, within a limit. Read {@link dev.groundswell.core.concurrent.FanOut}. */
@NullMarked
package dev.groundswell.core.concurrent;

import org.jspecify.annotations.NullMarked;
