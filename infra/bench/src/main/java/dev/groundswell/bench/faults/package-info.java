/**
 * Faults on purpose, for benches that show what the system makes of them: instances of functions that end at a call, tables that
 * are too busy or whose answers are lost, messages that come twice. Read {@link dev.groundswell.bench.faults.Faults}.
 */
@NullMarked
package dev.groundswell.bench.faults;

import org.jspecify.annotations.NullMarked;
