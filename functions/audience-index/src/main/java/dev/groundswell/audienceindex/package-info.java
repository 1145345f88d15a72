/**
 * The audience index follows the profiles: {@link dev.groundswell.audienceindex.AudienceIndexHandler} from the stream, {@link
 * dev.groundswell.audienceindex.AudienceCompactionHandler} keeps its shards in shape, and {@link
 * dev.groundswell.audienceindex.AudienceRebuildHandler} compares the whole of it, by hand.
 */
@NullMarked
package dev.groundswell.audienceindex;

import org.jspecify.annotations.NullMarked;
