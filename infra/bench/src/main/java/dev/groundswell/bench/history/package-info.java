/** What an import costs, and whether its memory grows with the file. Read {@link dev.groundswell.bench.history.ImportBench}. */
@NullMarked
package dev.groundswell.bench.history;

import org.jspecify.annotations.NullMarked;
