package dev.groundswell.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory that keeps a run, held by one run at a time. The operating system frees it when the process dies. */
final class DataDirectory implements AutoCloseable {

    private final Optional<Path> path;
    private final @Nullable FileChannel channel;

    private DataDirectory(Optional<Path> path, @Nullable FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes and takes the directory.
     *
     * @throws LocalRunException if another run has it, or it cannot be written
     */
    static DataDirectory open(Optional<Path> path) {
        return path.isPresent() ? taken(path.get()) : new DataDirectory(path, null);
    }

    private static DataDirectory taken(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new LocalRunException("The directory " + path + " is in use by another run.");
            }
            return new DataDirectory(Optional.of(path), channel);
        } catch (IOException e) {
            throw new LocalRunException("The directory " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Optional<Path> path() {
        return path;
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new LocalRunException("The directory " + path + " cannot be released: " + e.getMessage(), e);
        }
    }
}
