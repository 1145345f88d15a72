package dev.groundswell.cloud.endpoint.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes that have arrived whole in a file of their own, not yet under the name they are meant for. */
record ReceivedBody(Path file, String md5) implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    static ReceivedBody receive(Path file, InputStream body) throws IOException {
        MessageDigest md5 = md5Digest();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), md5)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new ReceivedBody(file, HexFormat.of().formatHex(md5.digest()));
    }

    /** MD5 guards nothing here: it is what S3's ETags are. */
    static MessageDigest md5Digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    /** Drops the bytes, if they have not been moved to their name. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
