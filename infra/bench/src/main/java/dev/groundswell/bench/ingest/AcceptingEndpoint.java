package dev.groundswell.bench.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.OtherProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * An endpoint that speaks as much DynamoDB as ingest and projection need, and does nothing: every write succeeds, and only
 * orders are remembered, for a buyer's orders must be there to be projected. It runs in a process of its own, so that the
 * CPU time of the bench's process is our code's and the SDK's.
 */
public final class AcceptingEndpoint {

    private final Map<String, Map<String, Object>> orders = new ConcurrentHashMap<>();

    private AcceptingEndpoint() {}

    /** Prints its port, then serves until its standard input ends. */
    public static void main(String[] args) throws IOException {
        var endpoint = new AcceptingEndpoint();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", endpoint::answer);
        server.start();
        System.out.println(server.getAddress().getPort());
        OtherProcess.awaitEnd();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = JSON.std.mapFrom(exchange.getRequestBody().readAllBytes());
        var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        var answer = answer(target.substring(target.indexOf('.') + 1), request).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(200, answer.length);
        try (var body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }

    private String answer(String operation, Map<String, Object> request) {
        return switch (operation) {
            case "PutItem" -> remember(request);
            case "Query" -> ordersOf(request);
            case "GetItem" -> isStore(request) ? store() : "{}";
            case "BatchGetItem" -> "{\"Responses\":{},\"UnprocessedKeys\":{}}";
            default -> "{}";
        };
    }

    private String remember(Map<String, Object> request) {
        if (request.get("Item") instanceof Map<?, ?> item && item.containsKey("snapshot")) {
            orders.computeIfAbsent(text(item.get("pk")), _ -> new ConcurrentHashMap<>())
                    .put(text(item.get("sk")), item);
        }
        return "{}";
    }

    private String ordersOf(Map<String, Object> request) {
        var values = request.get("ExpressionAttributeValues") instanceof Map<?, ?> map ? map : Map.of();
        var found = values.values().stream()
                .map(value -> orders.getOrDefault(text(value), Map.of()))
                .flatMap(ofBuyer -> ofBuyer.values().stream())
                .toList();
        return JSON.std.asString(
                Map.of("Items", List.copyOf(found), "Count", found.size(), "ScannedCount", found.size()));
    }

    private static boolean isStore(Map<String, Object> request) {
        return request.get("Key") instanceof Map<?, ?> key && key.size() == 1;
    }

    private static String store() {
        var store = BenchStore.STORE;
        return """
            {"Item":{"pk":{"S":"%s"},"name":{"S":"%s"},"currency":{"S":"%s"},"zone":{"S":"%s"}}}\
            """.formatted(store.id(), store.name(), store.currency(), store.zone());
    }

    private static String text(@Nullable Object value) {
        return value instanceof Map<?, ?> typed ? String.valueOf(typed.get("S")) : "";
    }
}
