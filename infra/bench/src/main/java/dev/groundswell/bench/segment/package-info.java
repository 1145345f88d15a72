/** What finding a segment costs. Read {@link dev.groundswell.bench.segment.SegmentBench}: each {@link dev.groundswell.bench.segment.SegmentPart} measures one way of asking. */
@NullMarked
package dev.groundswell.bench.segment;

import org.jspecify.annotations.NullMarked;
