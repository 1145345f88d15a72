package dev.groundswell.core.audience;

import dev.groundswell.core.store.StoreId;
import java.time.Duration;

/** The customers of a store to read, a shard at a time; seconds behind their profiles. */
public interface AudienceIndex {

    /** Each store is divided into so many shards, by {@link RowHash#shardOf}. The number is stored in every key: it never changes. */
    int SHARDS = 16;

    /** For so long blocks are kept that are not in the latest manifest any more: longer than an audience takes to be frozen. */
    Duration GRACE = Duration.ofHours(2);

    /** As it is now. Decoded blocks may be kept between calls. */
    Reading read(StoreId store, int shard);

    /**
     * As it was when the manifest was the latest, the deltas aside.
     *
     * @throws BlockGoneException if that was longer ago than {@link #GRACE}
     */
    Reading read(StoreId store, int shard, Manifest manifest);

    /**
     * Who the customers of a part are, row by row.
     *
     * @param rows as they were read here
     * @throws BlockGoneException if that was longer ago than {@link #GRACE}
     */
    MemberReading members(StoreId store, ShardRows rows, int part);

    /**
     * Rows, and what it took to read them.
     *
     * @param readUnits of DynamoDB; what was still known took none
     * @param requests  to DynamoDB
     */
    record Reading(ShardRows rows, double readUnits, int requests) {}

    /** Members, and what it took to read them; likewise. */
    record MemberReading(MemberBlock members, double readUnits, int requests) {}
}
