package dev.groundswell.cloud.history.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A stream's next bytes, as many as one asks for, to look at before they are taken. */
final class Window {

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private byte[] bytes = new byte[2 * CHUNK];
    private int start;
    private int end;
    private long offset;
    private boolean atEnd;

    /** @param offset where the stream is in its file */
    Window(InputStream in, long offset) {
        this.in = in;
        this.offset = offset;
    }

    /** Of the first byte that was not taken. */
    long offset() {
        return offset;
    }

    /** How many bytes can be looked at. */
    int length() {
        return end - start;
    }

    byte at(int i) {
        return bytes[start + i];
    }

    /** Makes more bytes visible. False if there are none. */
    boolean more() {
        if (atEnd) {
            return false;
        }
        makeRoom();
        try {
            var read = in.read(bytes, end, Math.min(CHUNK, bytes.length - end));
            if (read < 0) {
                atEnd = true;
                return false;
            }
            end += read;
            return true;
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    /** Makes so many bytes visible, or all there are. */
    void upTo(int length) {
        while (length() < length && more()) {
            // until there are enough
        }
    }

    private void makeRoom() {
        if (bytes.length - end >= CHUNK) {
            return;
        }
        if (start >= bytes.length / 2) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
        } else {
            var larger = new byte[bytes.length * 2];
            System.arraycopy(bytes, start, larger, 0, end - start);
            bytes = larger;
        }
        end -= start;
        start = 0;
    }

    /** Takes the first bytes. */
    void drop(int count) {
        start += count;
        offset += count;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }

    /** The place of a byte, from {@code from} on; -1 if none is visible before {@code bound}. */
    int indexOf(byte wanted, int from, int bound) {
        for (var i = from; i < bound; i++) {
            if (bytes[start + i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
