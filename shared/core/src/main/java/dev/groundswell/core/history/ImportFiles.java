package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where uploaded files lie, and the reports of what was rejected of them, for some weeks. */
public interface ImportFiles {

    /** Makes room for a file of exactly so many bytes. */
    Upload prepare(StoreId store, UploadId id, String fileName, long bytes, Instant now);

    /** Makes one file of an upload's parts; again, if it is one already, changes nothing. */
    Completion complete(StoreId store, UploadId id);

    /** Whether an upload is whole. */
    sealed interface Completion {
        record Complete(StoredFile file) implements Completion {}

        /** @param missing numbers of the parts that are not there, or not of the size they should have */
        record Incomplete(List<Integer> missing) implements Completion {}

        /** There is no such upload, or it was deleted after its time. */
        record Unknown() implements Completion {}
    }

    /**
     * The bytes of a file.
     *
     * @param fromByte where to begin, from 0, at most the file's size
     * @return fails with an {@link java.io.IOException} if it ends before the file does
     */
    InputStream open(StoreId store, StoredFile file, long fromByte);

    /** Where the rejected lines of an import can be downloaded as CSV, for some minutes; empty where there is no report. */
    Optional<URI> reportAddress(StoreId store, ImportId id);
}
