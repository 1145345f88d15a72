/**
 * Groups of customers that a store keeps and asks about. A group is a {@link dev.groundswell.core.segment.rule.SegmentRule};
 * {@link dev.groundswell.core.segment.ReadyMade} are those that every store has, {@link
 * dev.groundswell.core.segment.Segment} those that it has saved.
 */
@NullMarked
package dev.groundswell.core.segment;

import org.jspecify.annotations.NullMarked;
