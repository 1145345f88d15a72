package dev.groundswell.graphqlapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server audit of the npm package {@code graphql-http}, where Node and npm are. */
final class GraphqlOverHttpAuditTest {

    private static final String[] PACKAGES = {"graphql-http@1.23.1", "graphql@16"};

    /** The working folder is the module's, in Maven as in an editor. */
    private static final Path FOLDER = Path.of("target", "graphql-http");

    /** Long enough for a slow registry; a hanging one skips the test. */
    private static final int MAX_SECONDS = 120;

    private final Api api = new Api();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/graphql", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void every_must_and_every_should_is_met() throws Exception {
        var audits = audit();

        assertThat(audits).hasSizeGreaterThan(40);
        assertThat(audits)
                .filteredOn(audit -> audit.contains("\tMUST ") || audit.contains("\tSHOULD "))
                .allMatch(audit -> audit.startsWith("ok\t"));
    }

    private List<String> audit() throws Exception {
        install();
        Files.writeString(FOLDER.resolve("audit.mjs"), script());
        var run = run(
                "node", "audit.mjs", "http://localhost:" + server.getAddress().getPort() + "/graphql");
        assertThat(run.status()).as(run.output()).isZero();
        return run.output().lines().filter(line -> line.contains("\t")).toList();
    }

    private static void install() throws Exception {
        if (Files.exists(FOLDER.resolve("node_modules/graphql-http"))) {
            return;
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}");
        var installed = run("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", PACKAGES[0], PACKAGES[1]);
        assumeTrue(
                installed.status() == 0, () -> "Skipped: npm cannot install graphql-http here. " + installed.output());
    }

    private static String script() throws IOException {
        try (var script = GraphqlOverHttpAuditTest.class.getResourceAsStream("/audit.mjs")) {
            assertThat(script).isNotNull();
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    private record Run(int status, String output) {}

    private static Run run(String... command) throws Exception {
        var output = Files.createTempFile(FOLDER, "output", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException notThere) {
            assumeTrue(false, "Skipped: " + command[0] + " is not on this machine.");
            throw notThere;
        }
        try {
            assumeTrue(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS), "Skipped: " + command[0] + " does not end.");
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            process.destroy();
        }
    }

    /** Like the gateway with a token of the demo store. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var event = AnEvent.of(exchange.getRequestMethod())
                    .query(exchange.getRequestURI().getRawQuery())
                    .body(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .as("demo", "viewer");
            exchange.getRequestHeaders().forEach((name, values) -> event.with(name, String.join(",", values)));
            var reply = api.answer(event);
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value.toString()));
            var body = reply.text().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
