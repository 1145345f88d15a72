package dev.groundswell.cloud.history.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-16 as UTF-8, so that what follows sees one kind of line feed. */
final class Utf16 extends InputStream {

    private static final int SAMPLE = 4_096;

    private final Reader reader;
    private final char[] characters = new char[8_192];
    private byte[] bytes = new byte[0];
    private int next;

    Utf16(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, charset);
    }

    /** By the byte order mark; without one by the zeros that every other byte of Latin text has. */
    static Optional<Charset> detect(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        var length = Math.min(head.length, SAMPLE) & ~1;
        var zeros = new int[2];
        for (var i = 0; i < length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > length / 5 && zeros[0] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > length / 5 && zeros[1] == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (next == bytes.length) {
            var read = reader.read(characters);
            if (read < 0) {
                return -1;
            }
            bytes = encoded(read);
            next = 0;
        }
        var count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, offset, count);
        next += count;
        return count;
    }

    /** A pair of surrogates may lie across two reads. */
    private byte[] encoded(int read) throws IOException {
        if (!Character.isHighSurrogate(characters[read - 1])) {
            return new String(characters, 0, read).getBytes(StandardCharsets.UTF_8);
        }
        var low = reader.read();
        var text = new StringBuilder().append(characters, 0, read);
        if (low >= 0) {
            text.append((char) low);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
