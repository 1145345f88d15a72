/**
 * Hosts the functions: each is found by its {@code Handler}, constructed as Lambda does, and invoked with the bytes of
 * an event. Read {@link dev.groundswell.local.function.LocalFunction} first.
 */
@NullMarked
package dev.groundswell.local.function;

import org.jspecify.annotations.NullMarked;
