/**
 * Segments on AWS: {@link dev.groundswell.cloud.segment.SegmentQueryFunction} asks the function that counts, {@link
 * dev.groundswell.cloud.segment.FrozenAudienceTable} keeps frozen audiences and {@link
 * dev.groundswell.cloud.segment.AudienceExportBucket} their files.
 */
@NullMarked
package dev.groundswell.cloud.segment;

import org.jspecify.annotations.NullMarked;
