package dev.groundswell.bench.graphql;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.ingest.HandlerCalls;
import dev.groundswell.bench.order.GeneratedOrders;
import dev.groundswell.bench.order.OrderItems;
import dev.groundswell.bench.report.CpuTime;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.bench.system.UnusedQueues;
import dev.groundswell.local.aws.LocalClients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * CPU time of a query from the bytes of its event to the bytes of its answer, one query at a time, parsed beforehand, the
 * tables' answers replayed from memory; against graphql-java alone on the same data.
 */
@Command(name = "graphql", description = "CPU per GraphQL query of three depths, against graphql-java alone")
public final class GraphqlBench implements Bench {

    private static final double NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Option(names = "--orders", paramLabel = "N", description = "in the tables (${DEFAULT-VALUE})")
    private int orders = 500;

    @Option(names = "--queries", paramLabel = "N", description = "of each kind per round, at least (${DEFAULT-VALUE})")
    private int queries = 1_000;

    /** The clock of CPU time goes in steps of ten milliseconds, which are to be a hundredth at most. */
    @Option(
            names = "--cpu-millis",
            paramLabel = "N",
            description = "to be used by each kind per round, at least (${DEFAULT-VALUE})")
    private int cpuMillis = 1_000;

    @Option(names = "--rounds", paramLabel = "N", description = "of which the median counts (${DEFAULT-VALUE})")
    private int rounds = 5;

    /** One query, ours and bare. */
    private record Contest(BenchQuery query, Run ours, Run bare, Samples oursMicros, Samples bareMicros) {

        /** Begins anew. */
        void forget() {
            oursMicros.clear();
            bareMicros.clear();
        }
    }

    @FunctionalInterface
    private interface Run {
        Object once() throws Exception;
    }

    @Override
    public Report run() throws Exception {
        try (var tables = FreshTables.open()) {
            var order = fill(tables);
            var replaying = new ReplayingTables(tables.client());
            var ours = new OurGraphql(tables.template(), replaying, new UnusedQueues());
            var contests = new ArrayList<Contest>();
            for (var query : BenchQuery.all(order)) {
                contests.add(contest(query, ours));
            }
            say("warming up");
            measure(contests);
            contests.forEach(Contest::forget);
            var asked = replaying.asked();
            for (var round = 1; round <= rounds; round++) {
                say("round " + round + " of " + rounds);
                measure(contests);
            }
            if (replaying.asked() != asked) {
                throw new IllegalStateException("The database was asked in a measured round.");
            }
            return report(contests);
        }
    }

    /** Puts orders through ingest and projection; names one of them. */
    private String fill(FreshTables tables) {
        var changes = GeneratedOrders.changes(orders);
        new HandlerCalls(tables.template(), new LocalClients(tables.client(), new UnusedQueues()))
                .run(HandlerCalls.steps(changes, 100, 1));
        return OrderItems.order(changes.changes().getFirst()).id().value();
    }

    private static Contest contest(BenchQuery query, OurGraphql ours) throws Exception {
        var event = OurGraphql.event(query);
        var data = OurGraphql.data(ours.answer(event));
        var bare = new BareGraphql(query, data);
        var bareData = bare.answer().get("data");
        if (!data.equals(bareData)) {
            throw new IllegalStateException("Ours answers " + data + ", but bare " + bareData + ".");
        }
        return new Contest(query, () -> ours.answer(event), bare::answer, new Samples(), new Samples());
    }

    /** A round of each. */
    private void measure(List<Contest> contests) throws Exception {
        for (var contest : contests) {
            contest.oursMicros().add(micros(contest.ours()));
            contest.bareMicros().add(micros(contest.bare()));
        }
    }

    private double micros(Run run) throws Exception {
        var start = CpuTime.ofProcessNanos();
        var used = 0L;
        var answered = 0;
        while (answered < queries || used < cpuMillis * NANOS_PER_MILLI) {
            run.once();
            answered++;
            used = answered % queries == 0 ? CpuTime.ofProcessNanos() - start : used;
        }
        return used / NANOS_PER_MICRO / answered;
    }

    private static Report report(List<Contest> contests) {
        var table = new Table("graphql, CPU microseconds a query", "depth", "ours", "graphql-java alone", "ratio");
        var byDepth = new LinkedHashMap<String, Object>();
        var ratios = new LinkedHashMap<String, Object>();
        var bareByDepth = new LinkedHashMap<String, Object>();
        for (var contest : contests) {
            var ours = contest.oursMicros().median();
            var bare = contest.bareMicros().median();
            var depth = Integer.toString(contest.query().depth());
            table.row(contest.query().name(), contest.query().depth(), ours, bare, ours / bare);
            byDepth.put(depth, Samples.rounded(ours));
            bareByDepth.put(depth, Samples.rounded(bare));
            ratios.put(depth, Samples.rounded(ours / bare));
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "graphql");
        figures.put("microsPerQuery", byDepth);
        figures.put("bareMicrosPerQuery", bareByDepth);
        figures.put("ratioToBare", ratios);
        return new Report(table, figures);
    }

    private static void say(String what) {
        System.err.println("graphql: " + what);
    }
}
