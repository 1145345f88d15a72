package dev.groundswell.graphqlapi.history;

import dev.groundswell.core.history.ImportFiles;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.StoredFile;
import dev.groundswell.core.history.Upload;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.StoreId;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Files whose S3 client is made when a file is first asked for: most requests never do, and need not wait for it. */
public record ImportFilesOnDemand(Supplier<ImportFiles> files) implements ImportFiles {

    @Override
    public Upload prepare(StoreId store, UploadId id, String fileName, long bytes, Instant now) {
        return files.get().prepare(store, id, fileName, bytes, now);
    }

    @Override
    public Completion complete(StoreId store, UploadId id) {
        return files.get().complete(store, id);
    }

    @Override
    public InputStream open(StoreId store, StoredFile file, long fromByte) {
        return files.get().open(store, file, fromByte);
    }

    @Override
    public Optional<URI> reportAddress(StoreId store, ImportId id) {
        return files.get().reportAddress(store, id);
    }
}
