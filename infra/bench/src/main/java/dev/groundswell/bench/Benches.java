package dev.groundswell.bench;

import dev.groundswell.bench.coldstart.ColdStartBench;
import dev.groundswell.bench.graphql.GraphqlBench;
import dev.groundswell.bench.history.ImportBench;
import dev.groundswell.bench.ingest.IngestBench;
import dev.groundswell.bench.pace.PaceBench;
import dev.groundswell.bench.reminder.RemindersBench;
import dev.groundswell.bench.reminder.ReplayBench;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.segment.SegmentBench;
import dev.groundswell.bench.send.FailoverBench;
import dev.groundswell.bench.send.FaultsBench;
import dev.groundswell.bench.send.SendBench;
import dev.groundswell.bench.send.SystemBench;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import tools.jackson.jr.ob.JSON;

/**
 * Runs one bench, or lists them. Standard output gets a table for people and, as its last line, one JSON object; all else
 * goes to standard error.
 */
@Command(name = "infra/bench/run")
public final class Benches {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final CommandLine line = new CommandLine(this);

    Benches(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        List.<Bench>of(
                        new IngestBench(),
                        new ColdStartBench(),
                        new GraphqlBench(),
                        new ImportBench(),
                        new SegmentBench(),
                        new SendBench(),
                        new SystemBench(),
                        new FaultsBench(),
                        new FailoverBench(),
                        new PaceBench(),
                        new RemindersBench(),
                        new ReplayBench())
                .forEach(line::addSubcommand);
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Benches(out, System.err).run(args));
    }

    /** @return the exit code */
    int run(String... args) {
        try {
            var bench = line.parseArgs(args).subcommand();
            if (bench == null) {
                list();
                return OK;
            }
            print(((Bench) bench.commandSpec().userObject()).run());
            return OK;
        } catch (ParameterException | Bench.UnusableInputException misused) {
            err.println(misused.getMessage());
            return MISUSED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception failure) {
            failure.printStackTrace(err);
            return FAILED;
        }
    }

    private void list() {
        line.getSubcommands()
                .forEach((name, bench) -> out.printf(
                        "%-18s%s%n", name, bench.getCommandSpec().usageMessage().description()[0]));
        out.println("infra/bench/run NAME --help tells a bench's options; infra/bench/README.md how to read it.");
    }

    private void print(Report report) {
        report.table().lines().forEach(out::println);
        out.println(JSON.std.asString(report.figures()));
    }
}
