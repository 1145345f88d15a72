package dev.groundswell.cloud.endpoint.bucket;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * An object as it lies in the folder.
 *
 * @param etag    without its quotation marks
 * @param headers what a reader is told besides: content type, disposition, user metadata, by lower-case name
 */
record StoredObject(String key, Path file, long size, Instant modified, String etag, Map<String, String> headers) {

    StoredObject {
        headers = Map.copyOf(headers);
    }
}
