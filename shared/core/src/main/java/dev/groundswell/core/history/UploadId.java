package dev.groundswell.core.history;

import dev.groundswell.core.time.TimedId;
import java.time.Instant;

/** The id of an upload, which grows with time: {@code 20261122T031205Z-5f3a9c1e}. */
public record UploadId(String value) implements Comparable<UploadId> {

    public UploadId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No upload is named '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return TimedId.isValid(value);
    }

    /** @param random tells uploads of the same second apart */
    public static UploadId at(Instant now, int random) {
        return new UploadId(TimedId.of(now, random));
    }

    @Override
    public int compareTo(UploadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
