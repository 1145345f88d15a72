/** The benches: {@link dev.groundswell.bench.Benches} lists and runs them; each is a {@link dev.groundswell.bench.Bench}. */
@NullMarked
package dev.groundswell.bench;

import org.jspecify.annotations.NullMarked;
