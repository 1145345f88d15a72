package dev.groundswell.local;

import dev.groundswell.cloud.metrics.SalesCounterTable;
import dev.groundswell.core.metrics.SalesCounts;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Granularity;
import dev.groundswell.local.api.Api;
import dev.groundswell.local.api.Api.Answer;
import dev.groundswell.local.history.FileImport;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The child of {@link KilledImportTest}. Arguments: data directory; and a file to import, or none to see how the import of
 * the run before goes on.
 */
final class KilledImport {

    private static final Instant ALWAYS_FROM = Instant.parse("2015-12-31T00:00:00Z");
    private static final Instant ALWAYS_TO = Instant.parse("2021-01-02T00:00:00Z");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final long WELL_UNDER_WAY = 1_000;

    /** Beyond the lease of a worker: on the desk as on AWS, the next one waits until that has ended. */
    private static final Duration LATER = Duration.ofMinutes(2);

    private KilledImport() {}

    public static void main(String[] arguments) throws PortTakenException, InterruptedException {
        var options = LocalOptions.inMemory().withData(Path.of(arguments[0]));
        if (arguments.length == 2) {
            var system = LocalSystem.start(options);
            var request =
                    FileImport.Request.of(Path.of(arguments[1]), Optional.empty(), Optional.empty(), Optional.empty());
            Thread.ofVirtual().start(() -> new FileImport(system).run(request));
            watch(system);
        } else {
            var system = LocalSystem.start(options.withClock(Instant.now().plus(LATER)));
            watch(system);
            report(system);
        }
        System.exit(0);
    }

    private static void watch(LocalSystem system) throws InterruptedException {
        try (var api = new Api(system)) {
            String status = "";
            while (!status.equals("COMPLETED")) {
                Thread.sleep(BETWEEN_LOOKS);
                Optional<Answer> found = newest(api);
                status = found.map(each -> each.requireText("status")).orElse("");
                found.filter(each -> each.number("rowsRead") >= WELL_UNDER_WAY)
                        .ifPresent(each -> System.out.println("well under way, " + each.number("rowsRead") + "."));
            }
        }
        system.awaitDrainedBut(FileImport.STEPS);
    }

    private static Optional<Answer> newest(Api api) {
        String query = "{ imports(first: 1) { nodes { status rowsRead rowsAccepted rowsRejected reportUrl } } }";
        return api.ask(query, Map.of()).at("imports").list("nodes").stream().findFirst();
    }

    private static void report(LocalSystem system) {
        try (var api = new Api(system)) {
            Answer ended = newest(api).orElseThrow();
            print("accepted", ended.number("rowsAccepted"));
            print("rejected", ended.number("rowsRejected"));
            URI report = URI.create(ended.requireText("reportUrl"));
            print(
                    "reported",
                    api.send(HttpRequest.newBuilder(report))
                            .body()
                            .lines()
                            .skip(1)
                            .count());
            print(
                    "orders",
                    api.ask("{ store { orderCount } }", Map.of()).at("store").number("orderCount"));
        }
        SalesCounts counts = counts(system);
        print("placed", counts.ordersPlaced());
        print("paid", counts.ordersPaid());
        print("sales", counts.sales());
        print(
                "refused",
                system.clients()
                        .dynamoDb()
                        .scan(scan -> scan.tableName("RejectedChanges"))
                        .count());
    }

    private static SalesCounts counts(LocalSystem system) {
        String table = Objects.requireNonNull(
                system.template().environment("OrderProjection").get("METRICS_TABLE"));
        return new SalesCounterTable(system.clients().dynamoDb(), table)
                .read(new StoreId(LocalSystem.STORE), Granularity.MONTH, ALWAYS_FROM, ALWAYS_TO).values().stream()
                        .reduce(SalesCounts.ZERO, SalesCounts::plus);
    }

    private static void print(String name, long number) {
        System.out.println(name + " " + number);
    }
}
