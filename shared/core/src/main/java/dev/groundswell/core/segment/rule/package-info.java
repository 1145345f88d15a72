/**
 * The rule language of segments: a {@link dev.groundswell.core.segment.rule.SegmentRule} is a tree of tests of
 * {@link dev.groundswell.core.segment.rule.SegmentField}s, written as text or as a tree of values.
 */
@NullMarked
package dev.groundswell.core.segment.rule;

import org.jspecify.annotations.NullMarked;
