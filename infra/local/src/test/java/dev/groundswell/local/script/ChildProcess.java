package dev.groundswell.local.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, with this test's class path: what exits, or is killed, must not be the test. */
public final class ChildProcess implements AutoCloseable {

    /** Long enough for a loaded machine; a hanging child must not hang the build. */
    private static final long PATIENCE_SECONDS = 600;

    private static final long POLL_MILLIS = 20;

    private final Process process;
    private final Path output;
    private final Path errors;

    private ChildProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts {@code main}, writing its output into files of {@code directory}. */
    public static ChildProcess start(Class<?> main, Path directory, String... arguments) {
        try {
            Path output = Files.createTempFile(directory, "out", ".txt");
            Path errors = Files.createTempFile(directory, "err", ".txt");
            var command = new ArrayList<String>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dgroundswell.root=" + System.getProperty("groundswell.root", ""),
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new ChildProcess(process, output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and returns its exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running: " + output() + errors());
        }
        return process.exitValue();
    }

    /** Waits until its output has a line that contains {@code text}. */
    public void awaitOutput(String text) throws InterruptedException {
        for (long waited = 0; !output().contains(text); waited += POLL_MILLIS) {
            if (!process.isAlive() || waited > PATIENCE_SECONDS * 1000) {
                throw new IllegalStateException("no '" + text + "' in: " + output() + errors());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public String output() {
        return read(output);
    }

    public String errors() {
        return read(errors);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
