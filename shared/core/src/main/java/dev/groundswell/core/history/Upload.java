package dev.groundswell.core.history;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A place for a file, and how to bring it there: each part by an HTTP PUT of its bytes to its address, in any order and
 * as often as it takes. Nothing else is to be called when all are there.
 *
 * @param validUntil when the addresses stop working
 */
public record Upload(UploadId id, List<Part> parts, Instant validUntil) {

    public Upload {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the file.
     *
     * @param number    from 1
     * @param firstByte of the file, from 0
     */
    public record Part(int number, URI address, long firstByte, long bytes) {}
}
