package dev.groundswell.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.core.store.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** As much of Secrets Manager on the wire as a function asks for when it starts: one secret, never changed. */
final class SecretsEndpoint implements AutoCloseable {

    private final HttpServer server;

    private SecretsEndpoint(HttpServer server) {
        this.server = server;
    }

    static SecretsEndpoint open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SecretsEndpoint::answer);
        server.start();
        return new SecretsEndpoint(server);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var request = JSON.std.mapFrom(exchange.getRequestBody().readAllBytes());
        var isCurrent = "AWSCURRENT".equals(request.get("VersionStage"));
        var secret = JSON.std.asString(Map.of(
                Platform.GROUNDSWELL.key(),
                BenchStore.WEBHOOK_SECRET,
                "providers",
                Map.of(FirstEvents.SUPPLIER, BenchStore.WEBHOOK_SECRET)));
        var answer = isCurrent
                ? Map.of("Name", String.valueOf(request.get("SecretId")), "SecretString", secret)
                : Map.of("__type", "ResourceNotFoundException", "message", "It was never changed.");
        var bytes = JSON.std.asString(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(isCurrent ? 200 : 400, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
