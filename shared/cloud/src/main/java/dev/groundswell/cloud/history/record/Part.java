package dev.groundswell.cloud.history.record;

import java.io.InputStream;

/**
 * A file, or one of several within an archive, decompressed.
 *
 * @param name within the archive; empty if there is none
 */
record Part(String name, InputStream bytes) {

    /** Lets go of what it is read from; more of it can still be read. */
    void close() {
        if (bytes instanceof StoredBytes stored) {
            stored.close();
        }
    }
}
