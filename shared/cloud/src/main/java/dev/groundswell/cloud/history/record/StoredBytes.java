package dev.groundswell.cloud.history.record;

import dev.groundswell.core.history.RecordFiles.Stored;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a stored file, however often the connection breaks. What cannot be fetched is an {@link
 * UncheckedIOException}, so that nobody takes it for a damaged file.
 */
final class StoredBytes extends InputStream {

    /** A connection that broke so often in a row, without a byte between, does not recover while we wait. */
    private static final int MAX_FAULTS = 3;

    private final Stored stored;
    private long position;
    private int faults;
    private @Nullable InputStream connection;

    StoredBytes(Stored stored, long from) {
        this.stored = stored;
        this.position = from;
    }

    /** Of the file, how far it was read. */
    long position() {
        return position;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        while (position < stored.bytes()) {
            try {
                return readOnce(into, offset, length);
            } catch (IOException broken) {
                startOver(broken);
            }
        }
        return -1;
    }

    /** Decompression of several streams after each other asks this to know whether there is another. */
    @Override
    public int available() {
        return position < stored.bytes() ? 1 : 0;
    }

    private int readOnce(byte[] into, int offset, int length) throws IOException {
        if (connection == null) {
            connection = stored.from(position);
        }
        var read = connection.read(into, offset, length);
        if (read < 0) {
            throw new EOFException("The file has " + stored.bytes() + " bytes and ended after " + position + ".");
        }
        position += read;
        faults = read > 0 ? 0 : faults;
        return read;
    }

    private void startOver(IOException broken) {
        close();
        if (++faults > MAX_FAULTS) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException alreadyBroken) {
            // nobody waits for its bytes any more
        }
        connection = null;
    }
}
