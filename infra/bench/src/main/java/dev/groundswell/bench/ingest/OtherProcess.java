package dev.groundswell.bench.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@link AcceptingEndpoint} in a JVM of its own. */
final class OtherProcess implements AutoCloseable {

    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final int port;

    private OtherProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static OtherProcess start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        // Without it the server holds small answers back for 40 ms.
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcceptingEndpoint.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        var port = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IOException("The endpoint that accepts everything did not start.");
        }
        return new OtherProcess(process, Integer.parseInt(port));
    }

    String url() {
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
