package dev.groundswell.local.history;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Some bytes of a file, from one on. */
final class FileSlice extends FilterInputStream {

    private long left;

    private FileSlice(InputStream rest, long length) {
        super(rest);
        this.left = length;
    }

    static FileSlice open(Path file, long from, long length) throws IOException {
        return new FileSlice(Channels.newInputStream(FileChannel.open(file).position(from)), length);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = left == 0 ? -1 : in.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
