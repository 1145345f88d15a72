/** What a bench tells: {@link dev.groundswell.bench.report.Report}, and how samples become one figure. */
@NullMarked
package dev.groundswell.bench.report;

import org.jspecify.annotations.NullMarked;
