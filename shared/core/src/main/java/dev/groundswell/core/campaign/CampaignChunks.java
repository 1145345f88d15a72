package dev.groundswell.core.campaign;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What campaigns know of their members, chunk by chunk. */
public interface CampaignChunks {

    /** Keeps a new one, unless there is one. */
    void add(StoreId store, CampaignId campaign, Chunk chunk);

    /**
     * Keeps it if the one that is kept has the revision before its own.
     *
     * @return whether it is kept now; if not, nothing has changed
     */
    boolean save(StoreId store, CampaignId campaign, Chunk chunk);

    /** Read after every write that has ended. */
    Optional<Chunk> find(StoreId store, CampaignId campaign, ChunkKey key);

    /** All, by key. Read after every write that has ended, so that whoever ends the last one sees it. */
    List<Summary> summaries(StoreId store, CampaignId campaign);

    /**
     * A chunk in short.
     *
     * @param heldUntil until when a worker has it to itself
     */
    record Summary(ChunkKey key, OutcomeCounts counts, Bill bill, Instant heldUntil) {

        public static Summary of(Chunk chunk) {
            return new Summary(chunk.key(), chunk.outcomes().counts(), chunk.bill(), chunk.heldUntil());
        }

        /** Whether every member has an outcome, and what they cost is settled as far as it is known. */
        boolean isOver(PriceList prices) {
            return counts.isComplete() && bill.isSettled(prices);
        }
    }

    /** Notes that all chunks of a range are there, unless it is noted. */
    void add(StoreId store, CampaignId campaign, RangePlan plan);

    /** Those that are there, by range. Read after every write that has ended. */
    List<RangePlan> plans(StoreId store, CampaignId campaign);
}
