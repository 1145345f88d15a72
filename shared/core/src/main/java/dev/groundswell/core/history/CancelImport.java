package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;

/** Ends an import early, at its next block. What it has taken in stays; the report covers what it has rejected. */
public final class CancelImport {

    private final Imports imports;
    private final InstantSource time;

    public CancelImport(Imports imports, InstantSource time) {
        this.imports = imports;
        this.time = time;
    }

    /** What came of it. */
    public sealed interface Result {
        /** It is cancelled, by this call or an earlier one. */
        record Cancelled(HistoryImport ended) implements Result {}

        /** It was over before. */
        record AlreadyOver(HistoryImport asItIs) implements Result {}

        record Unknown() implements Result {}
    }

    public Result cancel(StoreId store, ImportId id) {
        var found = imports.cancel(store, id, time.instant());
        if (found.isEmpty()) {
            return new Result.Unknown();
        }
        return found.get().state() instanceof ImportState.Cancelled
                ? new Result.Cancelled(found.get())
                : new Result.AlreadyOver(found.get());
    }
}
