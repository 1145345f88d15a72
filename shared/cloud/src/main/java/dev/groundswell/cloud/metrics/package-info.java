/** Counters of sales in DynamoDB, and the transactions that keep them exact. Read {@link dev.groundswell.cloud.metrics.CounterKeys} for the layout, then {@link dev.groundswell.cloud.metrics.CountedBuyerTable}. */
@NullMarked
package dev.groundswell.cloud.metrics;

import org.jspecify.annotations.NullMarked;
