/** What benches start: the template, its tables in an emulator of their own, and the one store they all use. */
@NullMarked
package dev.groundswell.bench.system;

import org.jspecify.annotations.NullMarked;
