package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Uploads of one part each, and where they would be put. */
public final class ImportFilesInMemory implements ImportFiles {

    private final Map<UploadId, Uploaded> uploads = new HashMap<>();
    private final RejectedLinesInMemory reports;

    private static final class Uploaded {

        private final StoreId store;
        private final String name;
        private final long bytes;
        private byte[] content = new byte[0];

        Uploaded(StoreId store, String name, long bytes) {
            this.store = store;
            this.name = name;
            this.bytes = bytes;
        }

        boolean isOf(StoreId other) {
            return store.equals(other);
        }

        StoredFile file(UploadId id) {
            return new StoredFile(id, name, bytes, Integer.toHexString(Arrays.hashCode(content)));
        }

        InputStream from(long fromByte) {
            var from = (int) fromByte;
            return new ByteArrayInputStream(content, from, content.length - from);
        }
    }

    public ImportFilesInMemory(RejectedLinesInMemory reports) {
        this.reports = reports;
    }

    @Override
    public Upload prepare(StoreId store, UploadId id, String fileName, long bytes, Instant now) {
        uploads.put(id, new Uploaded(store, fileName, bytes));
        var address = URI.create("memory:" + id);
        return new Upload(id, List.of(new Upload.Part(1, address, 0, bytes)), now.plus(Duration.ofHours(1)));
    }

    /** What a client does with the address. */
    public void put(UploadId id, byte[] content) {
        Objects.requireNonNull(uploads.get(id)).content = content.clone();
    }

    @Override
    public Completion complete(StoreId store, UploadId id) {
        var upload = uploads.get(id);
        if (upload == null || !upload.isOf(store)) {
            return new Completion.Unknown();
        }
        return upload.content.length == upload.bytes
                ? new Completion.Complete(upload.file(id))
                : new Completion.Incomplete(List.of(1));
    }

    @Override
    public InputStream open(StoreId store, StoredFile file, long fromByte) {
        var upload = uploads.get(file.upload());
        if (upload == null || !upload.isOf(store)) {
            throw new IllegalArgumentException("There is no upload " + file.upload() + ".");
        }
        return upload.from(fromByte);
    }

    @Override
    public Optional<URI> reportAddress(StoreId store, ImportId id) {
        return reports.report(id).isEmpty() ? Optional.empty() : Optional.of(URI.create("memory:report:" + id));
    }
}
