package dev.groundswell.core.history;

import dev.groundswell.core.history.ImportRuns.Checkpoint;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A worker's hold on an import. Once it is lost, every use of it ends the worker's work. */
final class Lease {

    private final ImportRuns runs;
    private final StoreId store;
    private final ImportId id;
    private final String worker;
    private final InstantSource time;
    private Instant renewed;

    Lease(ImportRuns runs, StoreId store, ImportId id, String worker, InstantSource time) {
        this.runs = runs;
        this.store = store;
        this.id = id;
        this.worker = worker;
        this.time = time;
        this.renewed = time.instant();
    }

    /** Another worker holds the import. */
    static final class LostException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostException() {
            super("Another worker holds the import.", null, false, false);
        }
    }

    ImportRun kept(Checkpoint done) {
        var it = held(runs.checkpoint(store, id, worker, done, until()));
        var goesOn = it.phase() == done.phase();
        return new ImportRun(it, done.next(), goesOn ? done.block() + 1 : 0, 0);
    }

    /** Holds on while no checkpoint is due; tells whether the import has been ended by a person. */
    boolean isEndedMeanwhile() {
        return isDue() && renewed().state().isOver();
    }

    /** Holds on. */
    void hold() {
        if (isDue()) {
            renewed();
        }
    }

    private boolean isDue() {
        return !time.instant().isBefore(renewed.plus(ImportLimits.LEASE.dividedBy(3)));
    }

    private HistoryImport renewed() {
        return held(runs.renew(store, id, worker, until()));
    }

    ImportRun ended(ImportRun run, ImportState state) {
        return new ImportRun(
                held(runs.end(store, id, worker, state, time.instant())), run.position(), run.block(), run.attempts());
    }

    void settled(boolean hasReport) {
        if (!runs.settle(store, id, worker, hasReport)) {
            throw new LostException();
        }
    }

    void released() {
        if (!runs.release(store, id, worker)) {
            throw new LostException();
        }
    }

    private Instant until() {
        renewed = time.instant();
        return renewed.plus(ImportLimits.LEASE);
    }

    private static HistoryImport held(Optional<HistoryImport> it) {
        return it.orElseThrow(LostException::new);
    }
}
