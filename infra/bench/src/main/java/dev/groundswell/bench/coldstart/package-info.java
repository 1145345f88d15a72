/**
 * From a fresh JVM to a function's first answer, as Lambda starts it. Read {@link
 * dev.groundswell.bench.coldstart.ColdStartBench} first.
 */
@NullMarked
package dev.groundswell.bench.coldstart;

import org.jspecify.annotations.NullMarked;
