package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.segment.freeze.FrozenAudience.Facts;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Optional;

/**
 * What workers know and write of audiences that are being frozen. Whatever may be done twice is written under an attempt's
 * name, and one conditional write elects the attempt that counts.
 */
public interface FreezeRuns extends FrozenMembers {

    /** Empty if it is over, or there is no such audience. Strongly consistent. */
    Optional<OpenFreeze> open(StoreId store, AudienceId id);

    /**
     * An audience that is being frozen.
     *
     * @param start empty until one is elected
     */
    record OpenFreeze(Facts facts, Optional<FreezeStart> start) {}

    /** Writes down what of a shard is to be frozen, under the attempt's name. */
    void keep(StoreId store, AudienceId id, String attempt, ShardPlan plan);

    /** Elects the attempt to start it, unless one is elected, or it is over. Whether this one is. */
    boolean elect(StoreId store, AudienceId id, FreezeStart start);

    /** @throws IllegalStateException if the attempt kept none */
    ShardPlan shard(StoreId store, AudienceId id, String attempt, int shard);

    /** Writes down members, under the attempt's name. */
    void keep(StoreId store, AudienceId id, RangeId range, String attempt, int number, MemberChunk chunk);

    /** Elects the attempt at a range, unless one is elected. Whether this one is. */
    boolean elect(StoreId store, AudienceId id, FrozenRange range);

    /** The elected attempt. Strongly consistent. */
    Optional<FrozenRange> range(StoreId store, AudienceId id, RangeId range);

    /** Makes it ready, unless it is over. */
    void finish(StoreId store, AudienceId id, long count, String manifestHash, Instant at);

    /** Ends it without members, unless it is over. */
    void fail(StoreId store, AudienceId id, String reason, Instant at);
}
