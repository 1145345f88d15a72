/**
 * Evaluates rules over the audience index: a {@link dev.groundswell.core.segment.plan.SegmentPlan} is a rule that is bound to a
 * store, an instant and the store's statistics, and selects rows of blocks column by column. What columns cannot decide it
 * leaves as candidates, to be decided from their histories.
 */
@NullMarked
package dev.groundswell.core.segment.plan;

import org.jspecify.annotations.NullMarked;
