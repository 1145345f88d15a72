package dev.groundswell.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.groundswell.local.event.Functions;
import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.function.Outcome;
import dev.groundswell.local.template.EventSource.HttpRoute;
import java.io.IOException;
import java.io.Serial;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Listens on one port of the loopback interface and answers as API Gateway, as Lambda's Invoke API, and for people. */
public final class HttpFront implements AutoCloseable {

    /** The HTTP API's limit for a request. */
    private static final int MAX_BODY = 10 * 1024 * 1024;

    private static final int BACKLOG = 128;
    private static final Pattern INVOKE = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final String SECRETS = "/_local/secrets";
    private static final String OUTBOX = "/_local/outbox";
    private static final Pattern SIMULATOR = Pattern.compile("/_local/simulator/([a-z0-9-]+)");
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final Pattern REDRIVE = Pattern.compile("/_local/redrive/([^/]+)");
    private static final Pattern LOCAL_ORIGIN = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final HttpServer server;

    /**
     * What the port serves.
     *
     * @param time for the events' own time
     */
    public record Site(Functions functions, Tokens tokens, String store, InstantSource time, LocalCommands commands) {}

    /** The port is in use, or not allowed. */
    public static final class PortTakenException extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        PortTakenException(int port, IOException cause) {
            super("The port " + port + " is in use: choose another with --port.", cause);
        }
    }

    private HttpFront(HttpServer server) {
        this.server = server;
    }

    /** Takes the port, so that a taken one is known before anything else starts. */
    public static HttpFront bind(int port) throws PortTakenException {
        try {
            // Without it, the JDK's server waits 40 ms for an acknowledgement between header and body.
            System.setProperty("sun.net.httpserver.nodelay", "true");
            return new HttpFront(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG));
        } catch (BindException e) {
            throw new PortTakenException(port, e);
        } catch (IOException e) {
            throw new IllegalStateException("The port " + port + " cannot be opened: " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void start(Site serving) {
        var routes = routes(serving.functions());
        server.createContext("/", exchange -> answer(exchange, new Answering(serving, routes)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static List<Route> routes(Functions functions) {
        return functions.all().stream()
                .flatMap(function -> function.resource().events(HttpRoute.class).stream()
                        .map(declared -> new Route(declared, function)))
                .sorted(Comparator.comparingLong(Route::variableParts))
                .toList();
    }

    private static void answer(HttpExchange exchange, Answering answering) throws IOException {
        allowLocalPages(exchange);
        try {
            answering.answer(exchange).send(exchange);
        } catch (RuntimeException e) {
            System.err.println("[http] " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + e);
            Reply.message(500, "Internal Server Error").send(exchange);
        }
    }

    /** Front ends under development come from another port of the same machine; other sites get no access. */
    private static void allowLocalPages(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin == null || !LOCAL_ORIGIN.matcher(origin).matches()) {
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Vary", "Origin");
        headers.set("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
        headers.set("Access-Control-Allow-Headers", "authorization, content-type, accept");
        headers.set("Access-Control-Max-Age", "600");
    }

    /** One request's way through the site. */
    private record Answering(Site site, List<Route> routes) {

        Reply answer(HttpExchange exchange) throws IOException {
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                return new Reply(204, List.of(), new byte[0]);
            }
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                return Reply.message(413, "Request Entity Too Large");
            }
            Optional<Reply> ofApi = api(exchange, body);
            return ofApi.isPresent() ? ofApi.get() : local(exchange, body);
        }

        // ---- the template's API

        private Optional<Reply> api(HttpExchange exchange, byte[] body) {
            String path = exchange.getRequestURI().getRawPath();
            for (Route route : routes) {
                Optional<Map<String, String>> parameters = route.match(path);
                if (parameters.isPresent() && route.takes(exchange.getRequestMethod())) {
                    return Optional.of(api(exchange, route, parameters.get(), body));
                }
            }
            return Optional.empty();
        }

        private Reply api(HttpExchange exchange, Route route, Map<String, String> parameters, byte[] body) {
            Tokens.Verdict verdict = route.declared()
                    .authorizer()
                    .map(authorizer -> site.tokens()
                            .verify(authorizer, exchange.getRequestHeaders().getFirst("Authorization")))
                    .orElse(null);
            return switch (verdict) {
                case Tokens.Verdict.Unauthorized _ ->
                    Reply.message(401, "Unauthorized").with("WWW-Authenticate", "Bearer");
                case Tokens.Verdict.Forbidden _ -> Reply.message(403, "Forbidden");
                case null, default ->
                    invoke(
                            route.function(),
                            new ApiEvent(exchange)
                                    .write(
                                            route,
                                            parameters,
                                            verdict,
                                            body,
                                            site.time().instant()));
            };
        }

        private Reply invoke(LocalFunction function, byte[] event) {
            return switch (site.functions().invoke(function, event)) {
                case Outcome.Answer(byte[] answer) -> Reply.ofFunction(answer);
                case Outcome.Failure _ -> Reply.message(500, "Internal Server Error");
            };
        }

        // ---- what only a local run has

        private Reply local(HttpExchange exchange, byte[] body) {
            URI uri = exchange.getRequestURI();
            String path = uri.getPath();
            boolean isGet = exchange.getRequestMethod().equals("GET");
            boolean isPost = exchange.getRequestMethod().equals("POST");
            Matcher invocation = INVOKE.matcher(path);
            Matcher redrive = REDRIVE.matcher(path);
            if (isPost && invocation.matches()) {
                return invocation(invocation.group(1), exchange, body);
            }
            if (isPost && redrive.matches()) {
                return redrive(redrive.group(1));
            }
            if (isPost && path.equals(SECRETS)) {
                return changeSecrets(exchange, body);
            }
            Matcher simulated = SIMULATOR.matcher(path);
            if (isPost && simulated.matches()) {
                return tellProvider(simulated.group(1), exchange, body);
            }
            return isGet ? page(uri, path) : Reply.message(404, "Not Found");
        }

        private Reply page(URI uri, String path) {
            return switch (path) {
                case "/" ->
                    Graphiql.page(
                            site.tokens().issue(site.store(), Tokens.ROLES.getFirst()),
                            site.time().instant());
                case "/history" -> page(LocalPage.HISTORY);
                case "/segments" -> page(LocalPage.SEGMENTS);
                case "/outbox" -> page(LocalPage.OUTBOX);
                case OUTBOX -> Reply.json(200, JSON.std.asString(site.commands().outbox()) + "\n");
                case "/.well-known/jwks.json" -> Reply.json(200, site.tokens().publicKeys());
                case "/_local/token" -> token(uri);
                case SECRETS -> secrets();
                default -> Graphiql.file(path).orElseGet(() -> Reply.message(404, "Not Found"));
            };
        }

        private Reply page(LocalPage page) {
            return page.reply(
                    site.tokens().issue(site.store(), Tokens.ROLES.getFirst()),
                    site.time().instant());
        }

        private Reply token(URI uri) {
            String query = uri.getQuery() == null ? "" : uri.getQuery();
            String role = query.startsWith("role=") ? query.substring("role=".length()) : Tokens.ROLES.getFirst();
            return Tokens.ROLES.contains(role)
                    ? Reply.text(200, PLAIN, site.tokens().issue(site.store(), role) + "\n")
                    : Reply.text(400, PLAIN, "A role is one of " + Tokens.ROLES + ".\n");
        }

        private Reply secrets() {
            return Reply.json(200, JSON.std.asString(site.commands().secrets()) + "\n");
        }

        private Reply changeSecrets(HttpExchange exchange, byte[] body) {
            return changed(exchange, "{\"shopify\":\"another secret\"}", () -> {
                site.commands().changeSecrets(JSON.std.mapFrom(body));
                return secrets();
            });
        }

        private Reply tellProvider(String provider, HttpExchange exchange, byte[] body) {
            return changed(exchange, "{\"percentLost\":5,\"isDown\":false}", () -> {
                site.commands().tellProvider(provider, JSON.std.mapFrom(body));
                return Reply.json(200, JSON.std.asString(site.commands().outbox()) + "\n");
            });
        }

        /** A page of another site cannot send JSON here without asking first, and is not let. */
        private static Reply changed(HttpExchange exchange, String example, Supplier<Reply> change) {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type == null || !type.startsWith("application/json")) {
                return Reply.text(415, PLAIN, "Send a JSON object, with Content-Type: application/json.\n");
            }
            try {
                return change.get();
            } catch (JacksonException | IllegalArgumentException e) {
                return Reply.text(400, PLAIN, "Send a JSON object, such as " + example + ".\n");
            }
        }

        private Reply redrive(String queue) {
            return site.commands()
                    .redrive(queue)
                    .map(count -> Reply.text(200, PLAIN, count + " messages of " + queue + " were sent back.\n"))
                    .orElseGet(() -> Reply.text(
                            404, PLAIN, "No queue of the template has the dead-letter queue " + queue + ".\n"));
        }

        // ---- Lambda's Invoke API

        private Reply invocation(String name, HttpExchange exchange, byte[] body) {
            // A name may be an ARN, and may carry an alias.
            String id = name.replaceFirst("^.*:function:", "").split(":", 2)[0];
            Optional<LocalFunction> function = site.functions().find(id);
            if (function.isEmpty()) {
                return Reply.json(404, "{\"Type\":\"User\",\"Message\":\"Function not found: " + id + "\"}")
                        .with("x-amzn-ErrorType", "ResourceNotFoundException");
            }
            byte[] event = body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body;
            String type = exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type");
            if ("Event".equals(type)) {
                Thread.ofVirtual().start(() -> site.functions().invoke(function.get(), event));
                return new Reply(202, List.of(), new byte[0]);
            }
            Reply reply = "DryRun".equals(type)
                    ? new Reply(204, List.of(), new byte[0])
                    : result(site.functions().invoke(function.get(), event));
            return reply.with("X-Amz-Executed-Version", "$LATEST");
        }

        private static Reply result(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Answer(byte[] answer) -> Reply.bytes(200, "application/json", answer);
                case Outcome.Failure failure ->
                    Reply.json(200, failure.json()).with("X-Amz-Function-Error", "Unhandled");
            };
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
