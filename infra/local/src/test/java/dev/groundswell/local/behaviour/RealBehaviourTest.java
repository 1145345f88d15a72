package dev.groundswell.local.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.groundswell.core.behaviour.BehaviourEventReader.Outcome;
import dev.groundswell.core.behaviour.TaobaoBehaviour;
import dev.groundswell.core.webhook.WebhookSignature;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** Real behaviour of Taobao's shoppers through the webhook, ingest and projection, against counts of the file itself. */
class RealBehaviourTest {

    private static final Path FILE = Path.of(System.getProperty("groundswell.root", ""), "..", "shared", "data")
            .resolve("taobao-behaviour/UserBehavior_tail10000.csv");

    /** Paid something a week before, and so is a returning customer. */
    private static final String RETURNING = "999477";

    private static final int EVENTS_A_POST = 400;

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalSystem system;

    /** A row of the file, read without any code of the product. */
    private record Row(String user, String item, String kind, LocalDate day, long second) {

        static Row of(String line) {
            var cells = line.split(",", -1);
            var second = Long.parseLong(cells[4]);
            var day = Instant.ofEpochSecond(second)
                    .atOffset(ZoneOffset.ofHours(8))
                    .toLocalDate();
            return new Row(cells[0], cells[1], cells[3], day, second);
        }
    }

    @BeforeEach
    void startSystem() throws PortTakenException {
        assumeTrue(
                Files.isRegularFile(FILE), "Skipped: the real behaviour in " + FILE + " is not part of the product.");
        system = LocalSystem.start(LocalOptions.inMemory());
    }

    @AfterEach
    void stopSystem() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void everyDaysCountsAreThoseOfTheFileHoweverOftenItIsSent() {
        var lines = lines();
        var rows = lines.stream().map(Row::of).toList();
        assertThat(new HashSet<>(rows)).as("distinct rows").hasSize(10_000);

        postOrderOfReturningCustomer();
        postEvents(lines);
        postEvents(lines.subList(0, 2_000));
        system.awaitDrained();

        var answer = ask("""
            query($from: Date!, $to: Date!, $user: ID!) {
              store { customerCount visitorCount reachability { withPhone withEmail withNeither } }
              warmUpMetrics(from: $from, to: $to) {
                total { visitors carters peopleEstimated views favourites cartAdds purchases removals eventsBeyondLimit }
                newCustomers { visitors views }
                returningCustomers { views }
                series { date total { ...All } newCustomers { ...All } returningCustomers { ...All } }
              }
              customer(id: $user) { orderCount firstOrderedAt channels { channel reachable exclusion } behaviour {
                lastViewedAt counts { views purchases cartAdds favourites } days { date counts { views } } cartCount
                viewedLately { itemId at } } }
            }
            fragment All on WarmUpFigures {
              visitors favouriters carters peopleEstimated views favourites cartAdds purchases removals eventsBeyondLimit }
            """, Map.of("from", "2017-11-24", "to", "2017-12-03", "user", "99981"));

        assertThat(at(answer, "store"))
                .containsEntry("customerCount", 1)
                .containsEntry("visitorCount", 113)
                .containsEntry("reachability", Map.of("withPhone", 0, "withEmail", 0, "withNeither", 1));
        assertThat(at(answer, "warmUpMetrics", "total"))
                .containsEntry("views", 9_046)
                .containsEntry("cartAdds", 536)
                .containsEntry("favourites", 212)
                .containsEntry("purchases", 206)
                .containsEntry("removals", 0)
                .containsEntry("eventsBeyondLimit", 0)
                .containsEntry("peopleEstimated", true)
                .hasEntrySatisfying(
                        "visitors", people -> assertThat((Integer) people).isBetween(112, 116));
        assertThat(at(answer, "warmUpMetrics", "newCustomers").get("visitors")).isNull();
        assertThat(at(answer, "warmUpMetrics").get("series")).isEqualTo(series(rows));
        assertThatCustomerIsAsTheFileSays(at(answer, "customer"), rows);
        assertThat(rebuilt()).containsEntry("equal", true).containsEntry("buyers", 114);
    }

    private static void assertThatCustomerIsAsTheFileSays(Map<String, Object> customer, List<Row> all) {
        var rows = all.stream().filter(row -> row.user().equals("99981")).toList();
        var views = new TreeMap<String, Integer>(Collections.reverseOrder());
        rows.forEach(row -> views.merge(row.day().toString(), row.kind().equals("pv") ? 1 : 0, Integer::sum));
        var behaviour = at(customer, "behaviour");

        assertThat(customer)
                .containsEntry("orderCount", 0)
                .containsEntry("firstOrderedAt", null)
                .containsEntry("channels", List.of(unreachable("SMS"), unreachable("EMAIL")));
        assertThat(at(behaviour, "counts"))
                .isEqualTo(Map.of(
                        "views", count(rows, "pv"),
                        "purchases", count(rows, "buy"),
                        "cartAdds", count(rows, "cart"),
                        "favourites", count(rows, "fav")));
        assertThat(behaviour.get("lastViewedAt"))
                .hasToString(rows.stream().filter(row -> row.kind().equals("pv")).mapToLong(Row::second).max().stream()
                        .mapToObj(second -> Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(8)))
                        .findFirst()
                        .orElseThrow()
                        .toString());
        assertThat(behaviour.get("days"))
                .isEqualTo(views.entrySet().stream()
                        .map(day -> Map.of("date", day.getKey(), "counts", Map.of("views", day.getValue())))
                        .toList());
        assertThat(behaviour).containsEntry("cartCount", cart(rows).size());
    }

    private static Map<String, Object> unreachable(String channel) {
        return Map.of("channel", channel, "reachable", false, "exclusion", "NO_ADDRESS");
    }

    /** What stands in the cart: carted, and not bought since. */
    private static Set<String> cart(List<Row> rows) {
        var cart = new HashSet<String>();
        rows.stream()
                .sorted(Comparator.comparingLong(Row::second)
                        .thenComparingInt(row -> List.of("cart", "buy").indexOf(row.kind())))
                .forEach(row -> {
                    switch (row.kind()) {
                        case "cart" -> cart.add(row.item());
                        case "buy" -> cart.remove(row.item());
                        default -> {}
                    }
                });
        return cart;
    }

    private static List<Map<String, Object>> series(List<Row> rows) {
        var series = new ArrayList<Map<String, Object>>();
        LocalDate.parse("2017-11-24").datesUntil(LocalDate.parse("2017-12-04")).forEach(day -> {
            var point = new LinkedHashMap<String, Object>();
            point.put("date", day.toString());
            point.put("total", figures(rows, day, _ -> true));
            point.put("newCustomers", figures(rows, day, row -> !row.user().equals(RETURNING)));
            point.put("returningCustomers", figures(rows, day, row -> row.user().equals(RETURNING)));
            series.add(point);
        });
        return series;
    }

    private static Map<String, Object> figures(List<Row> all, LocalDate day, Predicate<Row> whose) {
        var rows =
                all.stream().filter(row -> row.day().equals(day)).filter(whose).toList();
        var figures = new HashMap<String, Object>();
        figures.put("visitors", people(rows, "pv"));
        figures.put("favouriters", people(rows, "fav"));
        figures.put("carters", people(rows, "cart"));
        figures.put("peopleEstimated", false);
        figures.put("views", count(rows, "pv"));
        figures.put("favourites", count(rows, "fav"));
        figures.put("cartAdds", count(rows, "cart"));
        figures.put("purchases", count(rows, "buy"));
        figures.put("removals", 0);
        figures.put("eventsBeyondLimit", 0);
        return figures;
    }

    private static int count(List<Row> rows, String kind) {
        return (int) rows.stream().filter(row -> row.kind().equals(kind)).count();
    }

    private static int people(List<Row> rows, String kind) {
        var people = new TreeSet<String>();
        rows.stream().filter(row -> row.kind().equals(kind)).forEach(row -> people.add(row.user()));
        return people.size();
    }

    private void postOrderOfReturningCustomer() {
        post("/orders", """
            {"orderId":"T1","buyerId":"%s","status":"PAID","orderedAt":"2017-11-20T10:00:00+08:00",\
            "paidAt":"2017-11-20T10:00:08+08:00","modifiedAt":"2017-11-20T10:00:08+08:00","currency":"CNY",\
            "payable":"38.00"}\
            """.formatted(RETURNING));
    }

    private void postEvents(List<String> lines) {
        var events = new ArrayList<String>();
        var format = new TaobaoBehaviour();
        for (var line : lines) {
            switch (format.read(List.of(line.split(",", -1)))) {
                case Outcome.Valid(var event) -> events.add(JSON.std.asString(event.values()));
                case Outcome.Invalid(var rejection) -> throw new AssertionError(line + ": " + rejection);
            }
        }
        Collections.shuffle(events, new Random(5));
        for (var from = 0; from < events.size(); from += EVENTS_A_POST) {
            post("/events", String.join("\n", events.subList(from, Math.min(events.size(), from + EVENTS_A_POST))));
        }
    }

    private void post(String path, String body) {
        var signature = WebhookSignature.sign(body.getBytes(StandardCharsets.UTF_8), LocalSystem.WEBHOOK_SECRET);
        var answer = send(HttpRequest.newBuilder(URI.create(system.url() + path))
                .header("X-Groundswell-Store", LocalSystem.STORE)
                .header("X-Groundswell-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private Map<String, Object> ask(String query, Map<String, Object> variables) {
        var answer = send(HttpRequest.newBuilder(URI.create(system.url() + "/graphql"))
                .header("Authorization", "Bearer " + system.token("owner"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.std.asString(Map.of("query", query, "variables", variables)))));
        var json = JSON.std.mapFrom(answer.body());
        assertThat(json).as(answer.body()).doesNotContainKey("errors");
        return at(json, "data");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<String, Object> rebuilt() {
        var outcome = system.invoke("OrderRebuild", "{\"store\":\"demo\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(dev.groundswell.local.function.Outcome.Answer.class);
        return JSON.std.mapFrom(((dev.groundswell.local.function.Outcome.Answer) outcome).bytes());
    }

    @SuppressWarnings("unchecked") // A JSON object.
    private static Map<String, Object> at(Map<String, Object> object, String... path) {
        var found = object;
        for (var name : path) {
            found = (Map<String, Object>) Objects.requireNonNull(found.get(name), name);
        }
        return found;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
