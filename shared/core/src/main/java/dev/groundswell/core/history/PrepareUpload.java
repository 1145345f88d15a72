package dev.groundswell.core.history;

import dev.groundswell.core.store.StoreId;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes room for a file that a person wants to import. */
public final class PrepareUpload {

    /** A decade of a large store's orders; the parts' addresses still fit one answer. */
    public static final long MAX_BYTES = 50L * 1024 * 1024 * 1024;

    private static final int MAX_NAME = 200;

    private final ImportFiles files;
    private final InstantSource time;
    private final RandomGenerator random;

    public PrepareUpload(ImportFiles files, InstantSource time, RandomGenerator random) {
        this.files = files;
        this.time = time;
        this.random = random;
    }

    /** What came of it. */
    public sealed interface Result {
        record Prepared(Upload upload) implements Result {}

        /** @param message a sentence that says what would be right */
        record Refused(Refusal refusal, String message) implements Result {}
    }

    /** Why not. */
    public enum Refusal {
        /** The name is blank, too long, or holds control characters. */
        FILE_NAME,
        /** The size is none, or more than {@value #MAX_BYTES} bytes. */
        FILE_SIZE
    }

    /** @param bytes exactly the file's size */
    public Result prepare(StoreId store, String fileName, long bytes) {
        if (fileName.isBlank()
                || fileName.length() > MAX_NAME
                || fileName.codePoints().anyMatch(Character::isISOControl)) {
            return new Result.Refused(
                    Refusal.FILE_NAME,
                    "A file name has 1 to " + MAX_NAME + " characters, none of them a control character.");
        }
        if (bytes < 1 || bytes > MAX_BYTES) {
            return new Result.Refused(
                    Refusal.FILE_SIZE,
                    "A file has 1 to " + MAX_BYTES + " bytes; compress a larger one, or cut it into several.");
        }
        var now = time.instant();
        return new Result.Prepared(
                files.prepare(store, UploadId.at(now, random.nextInt()), fileName.strip(), bytes, now));
    }
}
