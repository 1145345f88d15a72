package dev.groundswell.bench.history;

import dev.groundswell.core.history.ImportFiles;
import dev.groundswell.core.history.ImportId;
import dev.groundswell.core.history.ImportPhase;
import dev.groundswell.core.history.RejectedLines;
import dev.groundswell.core.history.StoredFile;
import dev.groundswell.core.history.Upload;
import dev.groundswell.core.history.UploadId;
import dev.groundswell.core.store.StoreId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One file of this machine in place of the bucket; rejected lines are counted. */
final class LocalFile implements ImportFiles, RejectedLines {

    private final Path file;
    private long rejected;

    LocalFile(Path file) {
        this.file = file;
    }

    long rejected() {
        return rejected;
    }

    StoredFile stored(UploadId id) {
        try {
            return new StoredFile(id, file.getFileName().toString(), Files.size(file), "none");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public Upload prepare(StoreId store, UploadId id, String fileName, long bytes, Instant now) {
        return new Upload(id, List.of(), now);
    }

    @Override
    public Completion complete(StoreId store, UploadId id) {
        return new Completion.Complete(stored(id));
    }

    @Override
    public InputStream open(StoreId store, StoredFile stored, long fromByte) {
        try {
            var in = Files.newInputStream(file);
            in.skipNBytes(fromByte);
            return in;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public Optional<URI> reportAddress(StoreId store, ImportId id) {
        return Optional.empty();
    }

    @Override
    public void keep(StoreId store, ImportId id, ImportPhase phase, long block, List<Line> lines) {
        rejected += lines.size();
    }

    @Override
    public void assemble(StoreId store, ImportId id, Runnable meanwhile) {
        meanwhile.run();
    }
}
