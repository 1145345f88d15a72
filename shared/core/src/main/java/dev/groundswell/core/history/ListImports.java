package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A store's imports, to look at. */
public final class ListImports {

    private final Imports imports;
    private final ImportFiles files;

    public ListImports(Imports imports, ImportFiles files) {
        this.imports = imports;
        this.files = files;
    }

    /**
     * Those uploaded last come first.
     *
     * @param before the id after which to go on, exclusive
     */
    public List<HistoryImport> newest(StoreId store, int limit, Optional<ImportId> before) {
        return imports.newest(store, limit, before);
    }

    public Optional<HistoryImport> find(StoreId store, ImportId id) {
        return imports.find(store, id);
    }

    /** Where its rejected lines can be downloaded, for some minutes; empty where there is no report (yet). */
    public Optional<URI> reportAddress(StoreId store, HistoryImport of) {
        return of.hasReport() ? files.reportAddress(store, of.id()) : Optional.empty();
    }
}
