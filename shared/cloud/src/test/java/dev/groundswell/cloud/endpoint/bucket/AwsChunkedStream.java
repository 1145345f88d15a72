package dev.groundswell.cloud.endpoint.bucket;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;

/**
 * Takes the SDK's wrapping off a body: {@code <size in hex>;chunk-signature=...}, that many bytes, and so on until a chunk
 * of no bytes and the trailing checksums. See "Signature calculations for the authorization header: transferring
 * payload in multiple chunks" in S3's reference.
 */
final class AwsChunkedStream extends FilterInputStream {

    private static final int LONGEST_LINE = 8_192;

    private long left;
    private boolean ended;
    private boolean begun;

    AwsChunkedStream(InputStream wrapped) {
        super(wrapped);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            openChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("The body ends within a chunk.");
        }
        left -= read;
        return read;
    }

    private void openChunk() throws IOException {
        if (begun && !line().isEmpty()) {
            throw new IOException("A chunk does not end where its header says.");
        }
        begun = true;
        String header = line().split(";", 2)[0].strip();
        left = HexFormat.fromHexDigitsToLong(header);
        if (left == 0) {
            ended = true;
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("The body ends within a chunk's header.");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
