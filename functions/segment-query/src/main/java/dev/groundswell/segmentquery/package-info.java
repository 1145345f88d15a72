/**
 * Who belongs to a segment: {@link dev.groundswell.segmentquery.SegmentQueryHandler} counts and lists while somebody waits,
 * {@link dev.groundswell.segmentquery.AudienceFreezeHandler} writes down who does, for good.
 */
@NullMarked
package dev.groundswell.segmentquery;

import org.jspecify.annotations.NullMarked;
