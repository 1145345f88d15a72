/** What requests to DynamoDB cost. Read {@link dev.groundswell.bench.capacity.CapacityMeter}. */
@NullMarked
package dev.groundswell.bench.capacity;

import org.jspecify.annotations.NullMarked;
