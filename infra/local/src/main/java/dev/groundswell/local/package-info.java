/**
 * Runs {@code template.yaml} in one JVM. {@link dev.groundswell.local.LocalSystem} is the run, for tests and benches
 * too; {@link dev.groundswell.local.Main} is its command line.
 */
@NullMarked
package dev.groundswell.local;

import org.jspecify.annotations.NullMarked;
