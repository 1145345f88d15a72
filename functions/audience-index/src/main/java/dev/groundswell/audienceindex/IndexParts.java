package dev.groundswell.audienceindex;

import dev.groundswell.cloud.audience.AudienceTable;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.core.audience.AudienceShards;
import dev.groundswell.core.audience.CompactAudience;
import dev.groundswell.core.audience.CompactionLimits;
import dev.groundswell.core.audience.RememberedRows;
import java.util.random.RandomGenerator;

/** What each of the functions makes of the table {@code Audience}. */
record IndexParts(AudienceShards shards, RememberedRows remembered, CompactAudience compaction) {

    /** A third of the functions' memory; what does not fit is read again. */
    private static final long REMEMBERED_BYTES = 300L << 20;

    /** @param random makes ids of blocks */
    static IndexParts of(FunctionEnvironment environment, CompactionLimits limits, RandomGenerator random) {
        var shards = new AudienceTable(environment.clients().dynamoDb(), environment.require("AUDIENCE_TABLE"));
        var remembered = new RememberedRows(REMEMBERED_BYTES);
        return new IndexParts(
                shards, remembered, new CompactAudience(shards, remembered, limits, environment.time(), random));
    }
}
