package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the files of frozen audiences are: of each audience at most one in each format. */
public interface AudienceExports {

    /** Strongly consistent; empty where nobody asked for it, and once its time is over. */
    Optional<AudienceExport> find(StoreId store, AudienceId id, ExportFormat format, Instant now);

    /** By format; those whose time is over are left out. */
    List<AudienceExport> all(StoreId store, AudienceId id, Instant now);

    /** Begins one, unless one is waiting or done. */
    void request(StoreId store, AudienceId id, ExportFormat format, Instant now);

    /** Ends one that is waiting; of one that is not, nothing. */
    void finish(StoreId store, AudienceId id, AudienceExport.Done done);

    /** Likewise. */
    void fail(StoreId store, AudienceId id, AudienceExport.Failed failed);
}
