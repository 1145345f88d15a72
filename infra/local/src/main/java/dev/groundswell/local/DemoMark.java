package dev.groundswell.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers in a data directory when the demo store's history ends and whether all of it is in, so that a second run
 * does not make another history beside the first.
 */
final class DemoMark {

    private final Optional<Path> begun;
    private final Optional<Path> done;

    DemoMark(Optional<Path> directory) {
        this.begun = directory.map(path -> path.resolve("demo-ends-at"));
        this.done = directory.map(path -> path.resolve("demo-done"));
    }

    /** The end that an earlier run began with, else {@code now}. */
    Instant endOfHistory(Instant now) {
        return begun.map(file -> readOrWrite(file, now)).orElse(now);
    }

    boolean isDone() {
        return done.filter(Files::exists).isPresent();
    }

    void done() {
        done.ifPresent(file -> readOrWrite(file, Instant.EPOCH));
    }

    private static Instant readOrWrite(Path file, Instant value) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, value.toString());
            }
            return Instant.parse(Files.readString(file));
        } catch (IOException e) {
            throw new LocalRunException("The file " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }
}
