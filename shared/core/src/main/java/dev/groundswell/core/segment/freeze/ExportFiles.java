package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.util.List;

/** Where the files of frozen audiences lie, for {@link FreezeLimits#EXPORT_KEPT}. */
public interface ExportFiles {

    /** Begins a file, which is there only once it is finished; one of the same audience and format is replaced then. */
    ExportFile open(Store store, AudienceId id, ExportFormat format);

    /** Where it can be downloaded, for some minutes. */
    URI address(StoreId store, AudienceId id, ExportFormat format);

    /** A file being written. */
    interface ExportFile {

        void add(List<AudienceRow> members);

        Written finish();

        /** Leaves nothing behind. */
        void abandon();
    }

    /** @param sha256 of its bytes, hexadecimal */
    record Written(long rows, long bytes, String sha256) {}
}
