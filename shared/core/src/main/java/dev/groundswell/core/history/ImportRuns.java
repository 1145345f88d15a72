package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What workers know and write of imports. One worker at a time holds an import, for as long as its lease lasts; a worker
 * that has lost its lease can write nothing any more.
 */
public interface ImportRuns {

    /** What a message of a step finds. */
    sealed interface Look {
        /** Nobody holds it. */
        record Free(int attempts) implements Look {}

        record Held(Instant until) implements Look {}

        /** There is no such import, it is over with its report, or a later step was begun. */
        record OutOfDate() implements Look {}
    }

    Look look(StoreId store, ImportId id, int step, Instant now);

    /**
     * Takes an import for a worker. Empty if it is not free (any more).
     *
     * @param worker unlike any other's name
     */
    Optional<ImportRun> claim(StoreId store, ImportId id, int step, String worker, Instant now, Instant until);

    /** Holds it longer. Empty if the lease is lost. */
    Optional<HistoryImport> renew(StoreId store, ImportId id, String worker, Instant until);

    /**
     * What a block changed, as absolutes.
     *
     * @param phase         that the block is of
     * @param block         the one that was done; the next one follows it, or is 0 in another phase
     * @param firstRejected all that are to be shown, not only this block's
     */
    record Checkpoint(
            ImportPhase phase,
            long block,
            ImportPhase nextPhase,
            Position next,
            ImportProgress progress,
            List<RejectedLine> firstRejected) {

        public Checkpoint {
            firstRejected = List.copyOf(firstRejected);
        }
    }

    /** Keeps what a block changed, and gives the import as it is then, perhaps cancelled. Empty if the lease is lost. */
    Optional<HistoryImport> checkpoint(StoreId store, ImportId id, String worker, Checkpoint done, Instant until);

    /** Ends it, unless it has ended before; what remains is the report. Empty if the lease is lost. */
    Optional<HistoryImport> end(StoreId store, ImportId id, String worker, ImportState state, Instant now);

    /** Says that the report is there, or that none is needed, and lets go of it for good. False if the lease is lost. */
    boolean settle(StoreId store, ImportId id, String worker, boolean hasReport);

    /** Lets go of it for the next step. False if the lease is lost. */
    boolean release(StoreId store, ImportId id, String worker);
}
