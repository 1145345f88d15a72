package dev.groundswell.bench.segment;

import dev.groundswell.bench.report.CpuTime;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.core.audience.Block;
import dev.groundswell.core.audience.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The evaluator alone, over blocks in memory, in turn with DuckDB over the same customers. All must count the same. CPU is the
 * whole process's, for DuckDB has threads of its own.
 */
final class EvaluatorPart implements SegmentPart {

    /** Until then the compiler's own CPU is a good part of a round: it counts, being the process's. */
    private static final int WARM_UPS = 3;

    private final int customers;
    private final int rounds;
    private final long cpuNanos;
    private final List<Contest> contests = new ArrayList<>();

    /** @param cpuNanos to be used in a round, at least */
    EvaluatorPart(int customers, int rounds, long cpuNanos) {
        this.customers = customers;
        this.rounds = rounds;
        this.cpuNanos = cpuNanos;
    }

    /** One way to count them. */
    private record Contest(String name, Count count, Samples nanosPerCustomer) {}

    @FunctionalInterface
    private interface Count {
        long once() throws Exception;
    }

    @Override
    public void measure(Table table, Map<String, Object> figures) throws Exception {
        try (var alone = new DuckDb();
                var withThreads = new DuckDb()) {
            alone.threads(1);
            var blocks = fill(alone, withThreads);
            var ours = contest("evaluator, decoded blocks", () -> count(blocks));
            contest("the same from the blocks' bytes", () -> countFromBytes(blocks));
            var query = alone.prepare(FiveClauses.sql());
            var single = contest("DuckDB, 1 thread", () -> DuckDb.number(query));
            var queryOfThreads = withThreads.prepare(FiveClauses.sql());
            var threads = contest("DuckDB, " + withThreads.threads() + " threads", () -> DuckDb.number(queryOfThreads));
            var found = measure();
            report(table, found);
            var evaluator = ours.nanosPerCustomer.median();
            var duckDb = Math.min(single.nanosPerCustomer.median(), threads.nanosPerCustomer.median());
            table.row("evaluator's CPU, of DuckDB's best", evaluator / duckDb);
            figures.put("customers", customers);
            figures.put("selected", found);
            figures.put("evaluatorNsPerCustomer", Samples.rounded(evaluator));
            figures.put("duckDbNsPerCustomer", Samples.rounded(duckDb));
            figures.put("ratioToDuckDb", Samples.rounded(evaluator / duckDb));
        }
    }

    private Contest contest(String name, Count count) {
        var contest = new Contest(name, count, new Samples());
        contests.add(contest);
        return contest;
    }

    private List<Block> fill(DuckDb... databases) throws Exception {
        say("generating " + customers + " customers");
        var blocks = new ArrayList<Block>();
        for (var from = 0; from < customers; from += Block.MAX_ROWS) {
            var rows = GeneratedCustomers.rows(from, Math.min(customers, from + Block.MAX_ROWS));
            blocks.add(Block.of(rows));
            for (var database : databases) {
                database.add(rows);
            }
        }
        return blocks;
    }

    /** How many customers all of them find. */
    private long measure() throws Exception {
        say("warming up");
        var found = contests.getFirst().count.once();
        for (var round = 0; round < WARM_UPS; round++) {
            for (var contest : contests) {
                nanosPerCustomer(contest, found);
            }
        }
        for (var round = 1; round <= rounds; round++) {
            say("round " + round + " of " + rounds);
            for (var contest : contests) {
                contest.nanosPerCustomer.add(nanosPerCustomer(contest, found));
            }
        }
        return found;
    }

    private double nanosPerCustomer(Contest contest, long expected) throws Exception {
        var start = CpuTime.ofProcessNanos();
        var used = 0L;
        var times = 0;
        while (used < cpuNanos) {
            var found = contest.count.once();
            if (found != expected) {
                throw new IllegalStateException(contest.name + " finds " + found + ", not " + expected + ".");
            }
            times++;
            used = CpuTime.ofProcessNanos() - start;
        }
        return (double) used / times / customers;
    }

    private static long count(List<Block> blocks) {
        var plan = FiveClauses.plan();
        var count = 0L;
        for (var block : blocks) {
            count += plan.select(block, RowSet.all(block.size())).sure().count();
        }
        return count;
    }

    private static long countFromBytes(List<Block> blocks) {
        return count(
                blocks.stream().map(block -> Block.ofBytes(block.toBytes())).toList());
    }

    private void report(Table table, long found) {
        table.row("customers", customers);
        table.row("selected", found);
        contests.forEach(
                contest -> table.row(contest.name + ", ns of CPU a customer", contest.nanosPerCustomer.median()));
    }

    private static void say(String what) {
        System.err.println("segment: " + what);
    }
}
