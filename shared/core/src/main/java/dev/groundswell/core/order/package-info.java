/** Orders as last-writer-wins snapshots. Read {@link dev.groundswell.core.order.Order} for the state, {@link dev.groundswell.core.order.OrderVersion} for which snapshot wins, and {@link dev.groundswell.core.order.IngestOrderChanges} for how changes come in. */
@NullMarked
package dev.groundswell.core.order;

import org.jspecify.annotations.NullMarked;
