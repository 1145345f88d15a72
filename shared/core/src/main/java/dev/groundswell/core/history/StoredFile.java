package dev.groundswell.core.history;

/**
 * A file that was uploaded whole.
 *
 * @param name       as its owner calls it
 * @param bytes      as it is stored: of a compressed file, compressed
 * @param contentTag the same for the same content of the same size
 */
public record StoredFile(UploadId upload, String name, long bytes, String contentTag) {}
