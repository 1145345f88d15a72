package dev.groundswell.bench.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own, so that its CPU does not count. It prints its port, and serves until its standard input ends. */
public final class OtherProcess implements AutoCloseable {

    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final int port;

    private OtherProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one, and waits until it serves.
     *
     * @param main      what is to run there
     * @param arguments of it
     */
    public static OtherProcess start(Class<?> main, String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<String>(List.of(
                java,
                // Without it the server holds small answers back for 40 ms.
                "-Dsun.net.httpserver.nodelay=true",
                "-Dgroundswell.root=" + FreshTables.root(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        var port = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IOException(main.getSimpleName() + " did not start.");
        }
        return new OtherProcess(process, Integer.parseInt(port));
    }

    /** What the process itself does once it serves. */
    public static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            // Whoever started us says nothing; the end of the stream is the end of that process.
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends the process by ending its input; kills it if it does not go. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            // The process is gone already, or will be.
        }
        process.destroyForcibly();
    }
}
