package dev.groundswell.core.segment.freeze;

import java.time.Instant;

/** A file of a frozen audience's members. */
public sealed interface AudienceExport {

    ExportFormat format();

    /** Its worker is at it, or about to be. */
    record Waiting(ExportFormat format, Instant requestedAt) implements AudienceExport {}

    /**
     * It can be downloaded.
     *
     * @param rows      how many members are in it; of hashed addresses those that have none are left out
     * @param sha256    of the file, hexadecimal
     * @param expiresAt when it is deleted
     */
    record Done(ExportFormat format, long rows, long bytes, String sha256, Instant at, Instant expiresAt)
            implements AudienceExport {}

    /** @param reason a sentence for the person who asked for it */
    record Failed(ExportFormat format, String reason, Instant at) implements AudienceExport {}
}
