/** Figures of sales by hour, day and month, and of behaviour and of orders' sources by day, kept as counters to which each buyer contributes. Read {@link dev.groundswell.core.metrics.Contributions} for what counts where, and {@link dev.groundswell.core.metrics.ProjectBuyers} for how the counters are kept exact. */
@NullMarked
package dev.groundswell.core.metrics;

import org.jspecify.annotations.NullMarked;
