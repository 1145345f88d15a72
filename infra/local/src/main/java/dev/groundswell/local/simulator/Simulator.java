package dev.groundswell.local.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Listens on loopback for what the product posts to providers of kind {@code SIMULATOR}: {@code POST /sms} takes one message in
 * the form of a store's own supplier, {@code POST /mails} an array of them. Each provider behaves as it was told, or works well.
 */
public final class Simulator implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int PERCENT = 100;

    private static final Map<String, Object> REFUSED =
            Map.of("code", "REFUSED", "message", "The simulator refuses it.");

    private final HttpServer server;
    private final InstantSource time;
    private final Consumer<List<Map<String, Object>>> reports;
    private final Outbox outbox = new Outbox();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, Second> seconds = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> due = new ArrayList<>();
    private final ScheduledExecutorService later =
            Executors.newScheduledThreadPool(1, Thread.ofPlatform().daemon().factory());

    private record Second(long second, int parts) {}

    /** @param reports takes what becomes of messages, each as AWS's providers tell it */
    public static Simulator start(int port, InstantSource time, Consumer<List<Map<String, Object>>> reports) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new Simulator(HttpServer.create(address, BACKLOG), time, reports);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot listen on port " + port + ".", e);
        }
    }

    private Simulator(HttpServer server, InstantSource time, Consumer<List<Map<String, Object>>> reports) {
        this.server = server;
        this.time = time;
        this.reports = reports;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms", exchange -> handle(exchange, this::sms));
        server.createContext("/mails", exchange -> handle(exchange, this::mails));
        server.start();
    }

    /** Where the product is to post. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public Outbox outbox() {
        return outbox;
    }

    /** All of it for people: the latest messages, figures, and how providers behave. */
    public Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("doubled", outbox.doubled());
        shown.put("providers", outbox.figures());
        shown.put("usually", Behaviour.USUAL.values());
        shown.put(
                "behaviours",
                behaviours.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, told -> told.getValue().values())));
        shown.put("messages", outbox.latest());
        return shown;
    }

    /**
     * Tells a provider how to behave from now on.
     *
     * @param changes of its behaviour, by the names of {@code usually} in {@link #shown}; others stay as they are
     * @throws IllegalArgumentException if there is no such thing to change
     */
    public void tell(String provider, Map<String, Object> changes) {
        behaviours.put(provider, behaviour(provider).with(changes));
    }

    private Behaviour behaviour(String provider) {
        return behaviours.getOrDefault(provider, Behaviour.USUAL);
    }

    // ---- requests

    /** What is answered; nothing if the answer is lost. */
    private record Reply(int status, Object body) {}

    /** What a body is answered. */
    private interface Answering {
        Optional<Reply> answer(String store, byte[] body) throws JacksonException;
    }

    private static void handle(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            var store = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Groundswell-Store"))
                    .orElse("");
            var reply = reply(answering, store, exchange.getRequestBody().readAllBytes());
            if (reply.isPresent()) {
                var body = JSON.std.asString(reply.get().body()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.get().status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Optional<Reply> reply(Answering answering, String store, byte[] body) {
        try {
            return answering.answer(store, body);
        } catch (JacksonException | ClassCastException unreadable) {
            return Optional.of(new Reply(BAD_REQUEST, Map.of("message", "Messages are JSON objects.")));
        }
    }

    private Optional<Reply> sms(String store, byte[] body) {
        return answer(List.of(arrival(store, JSON.std.mapFrom(body))), answers -> {
            var only = answers.getFirst();
            return new Reply(only.equals(REFUSED) ? UNPROCESSABLE : ACCEPTED, only);
        });
    }

    @SuppressWarnings("unchecked") // The names of every JSON object's fields are text.
    private Optional<Reply> mails(String store, byte[] body) {
        var arrivals = JSON.std.listFrom(body).stream()
                .map(fields -> arrival(store, (Map<String, Object>) fields))
                .toList();
        return answer(arrivals, answers -> new Reply(OK, answers));
    }

    private Arrival arrival(String store, Map<String, Object> fields) {
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new Arrival(id, store, time.instant(), fields);
    }

    /** All of one call are of one provider. */
    private Optional<Reply> answer(List<Arrival> arrivals, Function<List<Map<String, Object>>, Reply> whereAnswered) {
        if (arrivals.isEmpty()) {
            return Optional.of(whereAnswered.apply(List.of()));
        }
        var behaviour = behaviour(arrivals.getFirst().provider());
        if (behaviour.isDown()) {
            outbox.turnAway(arrivals);
            return Optional.of(new Reply(UNAVAILABLE, Map.of("message", "It is down.")));
        }
        if (isTooFast(arrivals, behaviour)) {
            outbox.turnAway(arrivals);
            return Optional.of(new Reply(TOO_MANY_REQUESTS, Map.of("message", "Slow down.")));
        }
        pause(behaviour);
        var answers =
                arrivals.stream().map(arrival -> taken(arrival, behaviour)).toList();
        if (isOneOf(behaviour.percentLost())) {
            outbox.answerIsLost(arrivals);
            return Optional.empty();
        }
        return Optional.of(whereAnswered.apply(answers));
    }

    private boolean isTooFast(List<Arrival> arrivals, Behaviour behaviour) {
        if (behaviour.partsPerSecond() == 0) {
            return false;
        }
        var second = arrivals.getFirst().at().getEpochSecond();
        var parts = arrivals.stream().mapToInt(Arrival::parts).sum();
        var used = seconds.merge(
                arrivals.getFirst().provider(),
                new Second(second, parts),
                (before, now) -> before.second() == second ? new Second(second, before.parts() + parts) : now);
        return used.parts() > behaviour.partsPerSecond();
    }

    private static void pause(Behaviour behaviour) {
        try {
            Thread.sleep(behaviour.delayMillis() + ThreadLocalRandom.current().nextInt(behaviour.jitterMillis() + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> taken(Arrival arrival, Behaviour behaviour) {
        if (isOneOf(behaviour.percentRefused())) {
            return REFUSED;
        }
        outbox.add(arrival);
        if (behaviour.reportAfterMillis() >= 0) {
            var isDelivered = !isOneOf(behaviour.percentUndelivered());
            var _ = later.schedule(
                    () -> report(Report.of(arrival, isDelivered, time.instant())),
                    behaviour.reportAfterMillis(),
                    TimeUnit.MILLISECONDS);
        }
        return Map.of("id", arrival.id());
    }

    /** Those that are due at about the same time are handed over together. All of it on the thread of {@link #later}. */
    private void report(Map<String, Object> report) {
        due.add(report);
        if (due.size() == 1) {
            later.execute(this::handOver);
        }
    }

    private void handOver() {
        var together = List.copyOf(due);
        due.clear();
        reports.accept(together);
    }

    private static boolean isOneOf(int percent) {
        return ThreadLocalRandom.current().nextInt(PERCENT) < percent;
    }

    @Override
    public void close() {
        server.stop(0);
        later.shutdownNow();
    }
}
