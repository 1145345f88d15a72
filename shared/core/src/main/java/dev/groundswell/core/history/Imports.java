package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where imports are kept, for good. */
public interface Imports {

    /** Keeps a new import, unless there is one with its id. Whether there was none. */
    boolean add(StoreId store, HistoryImport fresh);

    Optional<HistoryImport> find(StoreId store, ImportId id);

    /**
     * Those uploaded last come first.
     *
     * @param before the id after which to go on, exclusive
     */
    List<HistoryImport> newest(StoreId store, int limit, Optional<ImportId> before);

    /** The latest import of the same content, whatever its name was, other than this one. */
    Optional<HistoryImport> ofSameContent(StoreId store, HistoryImport than);

    /** Ends an import that is not over; what its worker has under way is still counted. Empty if there is no such import. */
    Optional<HistoryImport> cancel(StoreId store, ImportId id, Instant now);
}
