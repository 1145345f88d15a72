/**
 * Groups of customers that a store keeps and asks about. A group is a {@link dev.groundswell.core.segment.rule.SegmentRule};
 * those of a promotion are found by {@link dev.groundswell.core.segment.Promotions}.
 */
@NullMarked
package dev.groundswell.core.segment;

import org.jspecify.annotations.NullMarked;
