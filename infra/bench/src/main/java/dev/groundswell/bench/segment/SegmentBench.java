package dev.groundswell.bench.segment;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A rule of five clauses over generated customers. */
@Command(name = "segment", description = "what finding a segment among a million customers costs, against DuckDB")
public final class SegmentBench implements Bench {

    private static final long NANOS_PER_MILLI = 1_000_000;

    @Option(names = "--customers", paramLabel = "N", description = "of the store (${DEFAULT-VALUE})")
    private int customers = 1_000_000;

    @Option(names = "--rounds", paramLabel = "N", description = "of which the median counts (${DEFAULT-VALUE})")
    private int rounds = 5;

    /** The clock of CPU time goes in steps of ten milliseconds, which are to be a hundredth at most. */
    @Option(
            names = "--cpu-millis",
            paramLabel = "N",
            description = "to be used by each evaluator per round, at least (${DEFAULT-VALUE})")
    private int cpuMillis = 1_000;

    /** One change in 512 has a shard folded, so half as many wait on average. */
    @Option(names = "--waiting", paramLabel = "N", description = "deltas in a shard that is read (${DEFAULT-VALUE})")
    private int waiting = 256;

    /** In so many each block is merged a few times. */
    @Option(names = "--folds", paramLabel = "N", description = "of one shard (${DEFAULT-VALUE})")
    private int folds = 40;

    @Override
    public Report run() throws Exception {
        var table = new Table("segment: " + FiveClauses.RULE, "");
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "segment");
        for (var part : parts()) {
            part.measure(table, figures);
        }
        return new Report(table, figures);
    }

    private List<SegmentPart> parts() {
        if (customers < 1 || rounds < 1 || waiting < 1 || folds < 1) {
            throw new UnusableInputException("At least one customer is needed, a round, a waiting delta and a fold.");
        }
        return List.of(
                new EvaluatorPart(customers, rounds, cpuMillis * NANOS_PER_MILLI),
                new PreviewPart(customers, rounds, waiting),
                new UpkeepPart(customers, folds));
    }
}
