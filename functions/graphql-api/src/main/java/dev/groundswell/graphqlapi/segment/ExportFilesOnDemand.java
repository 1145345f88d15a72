package dev.groundswell.graphqlapi.segment;

import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.core.segment.freeze.ExportFiles;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.net.URI;
import java.util.function.Supplier;

/** Files whose S3 client is made when the first of them is asked for. */
public record ExportFilesOnDemand(Supplier<ExportFiles> files) implements ExportFiles {

    @Override
    public ExportFile open(Store store, AudienceId id, ExportFormat format) {
        return files.get().open(store, id, format);
    }

    @Override
    public URI address(StoreId store, AudienceId id, ExportFormat format) {
        return files.get().address(store, id, format);
    }
}
