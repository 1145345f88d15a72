package dev.groundswell.core.history;

import dev.groundswell.core.time.TimedId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The id of an import, which grows with the time of its upload: {@code 20261122T031205Z-5f3a9c1e}. The same upload read
 * the same way is the same import, so starting it twice starts it once.
 */
public record ImportId(String value) implements Comparable<ImportId> {

    public ImportId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No import is named '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return TimedId.isValid(value);
    }

    /** @param reading all that decides how the upload is read, as text: its format, its mapping, its item file */
    public static ImportId of(UploadId upload, String reading) {
        return new ImportId(TimedId.at(upload.value(), digits(upload.value() + "|" + reading)));
    }

    private static int digits(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getInt();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public int compareTo(ImportId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
