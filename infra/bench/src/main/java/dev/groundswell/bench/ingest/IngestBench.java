package dev.groundswell.bench.ingest;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.ingest.HandlerCalls.Shares;
import dev.groundswell.bench.order.BarePuts;
import dev.groundswell.bench.order.GeneratedOrders;
import dev.groundswell.bench.order.OrderChanges;
import dev.groundswell.bench.order.OrderItems;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Three questions. How many changes a second does the whole pipeline take, against bare conditional puts of the same
 * changes into the same kind of tables? What CPU does our code use per change, with the SDK, against an endpoint that does
 * nothing? How many requests and capacity units does a change cost?
 */
@Command(
        name = "ingest",
        description = "Order changes through queue, ingest, stream and projection: per second, CPU, requests, units")
public final class IngestBench implements Bench {

    private static final double NANOS_PER_SECOND = 1e9;

    @Option(names = "--file", paramLabel = "FILE", description = "order changes, one a line; else they are generated")
    private @Nullable Path file;

    @Option(names = "--orders", paramLabel = "N", description = "how many orders to generate (${DEFAULT-VALUE})")
    private int orders = 10_000;

    @Option(names = "--changes-per-message", paramLabel = "N", description = "in a queue message (${DEFAULT-VALUE})")
    private int changesPerMessage = 100;

    @Option(
            names = "--messages-per-event",
            paramLabel = "N",
            description = "in an event, where handlers are called without the queue (${DEFAULT-VALUE})")
    private int messagesPerEvent = 10;

    @Option(
            names = "--changes-waiting",
            paramLabel = "N",
            description = "on the queue at once, at most (${DEFAULT-VALUE})")
    private int changesWaiting = 4_000;

    @Option(names = "--threads", paramLabel = "N", description = "of the bare puts (${DEFAULT-VALUE})")
    private int threads = 16;

    @Option(names = "--rounds", paramLabel = "N", description = "of which the median counts (${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(
            names = "--handler-changes",
            paramLabel = "N",
            description = "changes per round where handlers are called without the queue (${DEFAULT-VALUE})")
    private int handlerChanges = 10_000;

    @Override
    public Report run() throws Exception {
        var changes = file == null ? GeneratedOrders.changes(orders) : OrderChanges.ofFile(file);
        var expected = StoredFigures.expected(changes);
        var throughput = throughput(changes, expected);
        var part = changes.first(handlerChanges);
        var costs = new HandlerCosts(HandlerCalls.steps(part, changesPerMessage, messagesPerEvent));
        say("CPU of the handlers");
        var cpu = costs.cpu(rounds, part.size());
        say("requests and capacity units of the handlers");
        return report(changes, expected, throughput, cpu, costs.capacity(part.size()));
    }

    /** Changes per second. */
    private record Throughput(double pipeline, double barePuts) {

        double ratio() {
            return pipeline / barePuts;
        }
    }

    private Throughput throughput(OrderChanges changes, StoredFigures expected)
            throws InterruptedException, PortTakenException {
        var items = OrderItems.of(changes);
        var messages = changes.messages(changesPerMessage);
        var bare = new Samples();
        var pipeline = new Samples();
        say("warming up");
        warmUp(changes.first(handlerChanges));
        for (var round = 1; round <= rounds; round++) {
            say("round " + round + " of " + rounds);
            bare.add(changes.size() / barePuts(items));
            pipeline.add(changes.size() / pipeline(messages, expected));
        }
        return new Throughput(pipeline.median(), bare.median());
    }

    private void warmUp(OrderChanges part) throws InterruptedException, PortTakenException {
        barePuts(OrderItems.of(part));
        pipeline(part.messages(changesPerMessage), StoredFigures.expected(part));
    }

    private double barePuts(List<Map<String, AttributeValue>> items) throws InterruptedException {
        try (var puts = new BarePuts()) {
            var start = System.nanoTime();
            puts.put(items, threads);
            return (System.nanoTime() - start) / NANOS_PER_SECOND;
        }
    }

    private double pipeline(List<String> messages, StoredFigures expected)
            throws InterruptedException, PortTakenException {
        try (var pipeline = Pipeline.start()) {
            var start = System.nanoTime();
            pipeline.process(messages, Math.max(1, changesWaiting / changesPerMessage));
            var seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            check(StoredFigures.of(pipeline), expected);
            return seconds;
        }
    }

    private static void check(StoredFigures stored, StoredFigures expected) {
        if (!stored.equals(expected)) {
            throw new IllegalStateException("Stored is " + stored + ", but it must be " + expected + ".");
        }
    }

    private Report report(
            OrderChanges changes, StoredFigures stored, Throughput throughput, Shares cpu, Shares capacity) {
        var table = new Table("ingest: " + changes.source() + ", " + changesPerMessage + " changes a message")
                .row("changes", changes.size())
                .row("orders stored", stored.orders())
                .row("customers stored", stored.customers())
                .row("orders paid at some time", stored.everPaid())
                .row("sum paid", stored.paid())
                .row("")
                .row("changes/s through the pipeline", throughput.pipeline())
                .row("changes/s as bare puts", throughput.barePuts())
                .row("ratio", throughput.ratio())
                .row("")
                .row("per change", "ingest", "projection", "both");
        row(
                table,
                "CPU microseconds, our own",
                cpu.ingest().cpuMicros(),
                cpu.projection().cpuMicros());
        row(
                table,
                "requests",
                capacity.ingest().requests(),
                capacity.projection().requests());
        row(
                table,
                "write units",
                capacity.ingest().writeUnits(),
                capacity.projection().writeUnits());
        row(
                table,
                "read units",
                capacity.ingest().readUnits(),
                capacity.projection().readUnits());
        return new Report(table, figures(changes, stored, throughput, cpu, capacity));
    }

    private static void row(Table table, String name, double ingest, double projection) {
        table.row(name, ingest, projection, ingest + projection);
    }

    private Map<String, Object> figures(
            OrderChanges changes, StoredFigures stored, Throughput throughput, Shares cpu, Shares capacity) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "ingest");
        figures.put("changes", changes.size());
        figures.put("changesPerMessage", changesPerMessage);
        figures.put("orders", stored.orders());
        figures.put("customers", stored.customers());
        figures.put("ordersEverPaid", stored.everPaid());
        figures.put("sumPaid", stored.paid());
        figures.put("changesPerSecond", Samples.rounded(throughput.pipeline()));
        figures.put("bareChangesPerSecond", Samples.rounded(throughput.barePuts()));
        figures.put("ratioToBarePuts", Samples.rounded(throughput.ratio()));
        figures.put("bareThreads", threads);
        figures.putAll(perChange(cpu.total(), capacity.total()));
        figures.put("ingest", perChange(cpu.ingest(), capacity.ingest()));
        figures.put("projection", perChange(cpu.projection(), capacity.projection()));
        return figures;
    }

    private static Map<String, Object> perChange(Usage cpu, Usage capacity) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cpuMicrosPerChange", Samples.rounded(cpu.cpuMicros()));
        figures.put("requestsPerChange", Samples.rounded(capacity.requests()));
        figures.put("writeUnitsPerChange", Samples.rounded(capacity.writeUnits()));
        figures.put("readUnitsPerChange", Samples.rounded(capacity.readUnits()));
        return figures;
    }

    private static void say(String what) {
        System.err.println("ingest: " + what);
    }
}
