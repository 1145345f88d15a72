/**
 * The audience index: one row of a few dozen values for each customer, packed by columns into immutable blocks, a shard at a
 * time. Read {@link dev.groundswell.core.audience.Column} and {@link dev.groundswell.core.audience.AudienceRow}.
 */
@NullMarked
package dev.groundswell.core.audience;

import org.jspecify.annotations.NullMarked;
