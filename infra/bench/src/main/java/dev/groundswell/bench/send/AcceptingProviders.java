package dev.groundswell.bench.send;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.groundswell.bench.system.OtherProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * SES and SNS as far as sending needs them: every message is taken, counted, and dropped. It runs in a process of its own, so
 * that its CPU does not count. {@code GET /} tells how many messages came.
 */
public final class AcceptingProviders {

    /** One of each mail of a bulk call. */
    private static final String DESTINATION = "\"Destination\"";

    private final AtomicLong taken = new AtomicLong();

    private AcceptingProviders() {}

    /** Prints its port, then serves until its standard input ends. */
    public static void main(String[] args) throws IOException {
        var providers = new AcceptingProviders();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", providers::answer);
        server.start();
        System.out.println(server.getAddress().getPort());
        OtherProcess.awaitEnd();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = answer(exchange, request).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        try (var body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }

    private String answer(HttpExchange exchange, String request) {
        if (exchange.getRequestMethod().equals("GET")) {
            return Long.toString(taken.get());
        }
        return exchange.getRequestURI().getPath().startsWith("/v2/email/") ? ses(exchange, request) : sns();
    }

    private String ses(HttpExchange exchange, String request) {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!exchange.getRequestURI().getPath().endsWith("/outbound-bulk-emails")) {
            return "{\"MessageId\":\"" + taken.incrementAndGet() + "\"}";
        }
        var results = new StringBuilder("{\"BulkEmailEntryResults\":[");
        for (var at = request.indexOf(DESTINATION); at >= 0; at = request.indexOf(DESTINATION, at + 1)) {
            results.append(results.charAt(results.length() - 1) == '[' ? "" : ",")
                    .append("{\"Status\":\"SUCCESS\",\"MessageId\":\"")
                    .append(taken.incrementAndGet())
                    .append("\"}");
        }
        return results.append("]}").toString();
    }

    private String sns() {
        return "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>"
                + taken.incrementAndGet()
                + "</MessageId></PublishResult><ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata>"
                + "</PublishResponse>";
    }
}
