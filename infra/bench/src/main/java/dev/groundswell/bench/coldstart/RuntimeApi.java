package dev.groundswell.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lambda's Runtime API for one invocation: hands out the event once, takes the answer, and then keeps whoever asks for
 * more waiting.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the interface</a>
 */
final class RuntimeApi implements AutoCloseable {

    private static final String NEXT = "/invocation/next";
    private static final String RESPONSE = "/response";
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final HttpServer server;
    private final byte[] event;
    private final Runnable onAnswer;
    private final AtomicBoolean handedOut = new AtomicBoolean();
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    /** @param onAnswer called when the answer has come and before it is acknowledged */
    RuntimeApi(byte[] event, Runnable onAnswer) throws IOException {
        this.event = event;
        this.onAnswer = onAnswer;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** For the variable {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Waits for the answer.
     *
     * @throws IllegalStateException if the function failed, or did not answer in a minute
     */
    String answer() throws InterruptedException {
        try {
            return answer.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException(
                    "The function did not answer in " + DEADLINE.toSeconds() + " seconds.", late);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith(NEXT)) {
            next(exchange);
            return;
        }
        if (path.endsWith(RESPONSE)) {
            onAnswer.run();
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith(RESPONSE)) {
            answer.complete(body);
        } else {
            answer.completeExceptionally(new IllegalStateException("The function failed: " + body));
        }
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private void next(HttpExchange exchange) throws IOException {
        if (handedOut.getAndSet(true)) {
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + DEADLINE.toMillis()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:bench");
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
        exchange.sendResponseHeaders(200, event.length);
        try (var body = exchange.getResponseBody()) {
            body.write(event);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
