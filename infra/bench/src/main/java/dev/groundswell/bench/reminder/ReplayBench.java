package dev.groundswell.bench.reminder;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.faults.FaultRates;
import dev.groundswell.bench.faults.Faults;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.core.message.text.SendingHours.Outside;
import dev.groundswell.core.reminder.task.ReminderTask.Hours;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.history.HistoryFile;
import dev.groundswell.local.history.HistoryFile.Change;
import dev.groundswell.local.history.Replay;
import dev.groundswell.local.simulator.Outbox;
import dev.groundswell.local.time.Speed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A stream of orders is replayed through the whole template as fast as it goes, with one reminder task: how many reminders went
 * out, whether each was due in the minute before it went, and whether its order was paid by then.
 */
@Command(
        name = "reminders-replay",
        description = "Real orders replayed: how many reminders, each at its minute, none after payment")
public final class ReplayBench implements Bench {

    private static final String TMALL = "../shared/data/tmall-orders-2020-02/order-changes.jsonl";
    private static final double MILLIS = 1_000.0;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "canonical order changes, one a line; without it, real ones of a month where they are at hand")
    private @Nullable Path file;

    @Option(
            names = "--minutes",
            split = ",",
            paramLabel = "MINUTES",
            description = "after ordering, of one or two reminders (25)")
    private List<Integer> minutes = List.of(25);

    @Option(names = "--from", paramLabel = "TIME", description = "of the sending hours (${DEFAULT-VALUE})")
    private LocalTime from = LocalTime.MIDNIGHT;

    @Option(names = "--until", paramLabel = "TIME", description = "likewise; outside of them reminders wait")
    private LocalTime until = LocalTime.MIDNIGHT;

    @Option(names = "--once-a-day", description = "a buyer gets one on a day of the store")
    private boolean onceADay;

    @Option(
            names = "--kill-every-millis",
            paramLabel = "N",
            description = "an instance that sweeps or sends is killed, before a call or after it (never)")
    private int killEveryMillis;

    @Option(names = "--seed", paramLabel = "N", description = "of what is killed (${DEFAULT-VALUE})")
    private long seed = 7;

    @Override
    public Report run() throws Exception {
        var path = file == null ? FreshTables.root().resolve(TMALL) : file;
        if (!Files.isRegularFile(path)) {
            throw new UnusableInputException("There is no file " + path + ": name one with --file.");
        }
        if (killEveryMillis < 0) {
            throw new UnusableInputException("There are no milliseconds below 0 between kills.");
        }
        var changes = HistoryFile.open(path).inOrder();
        var faults = new Faults(new FaultRates(Duration.ofMillis(killEveryMillis), 0, 0, 0, 0), "Messages", seed);
        var options = LocalOptions.inMemory()
                .withoutExpiry()
                .withInstances((function, given) ->
                        function.startsWith("Reminder") ? faults.instance(function, given) : given);
        try (var system = LocalSystem.start(options)) {
            var hours = new Hours(from, until, Outside.WAIT);
            ReminderShop.open(system, changes.getFirst().at(), minutes, hours, onceADay);
            if (killEveryMillis > 0) {
                faults.begin();
            }
            var done = replay(system, changes);
            faults.end();
            return report(done, SentReminders.of(system), system.simulator().outbox(), faults.kills());
        }
    }

    private static Replay.Done replay(LocalSystem system, List<Change> changes) {
        var done = new Replay(system, new Speed.Max()).run(changes);
        system.awaitDrained();
        return done;
    }

    private static Report report(Replay.Done done, SentReminders sent, Outbox outbox, Map<String, Integer> kills) {
        var table = new Table("reminders-replay: " + done.changes() + " changes", "")
                .row("first reminders", sent.first())
                .row("second reminders", sent.second())
                .row("of which nobody knows whether they were sent", sent.unknown())
                .row("arrived at the simulator", outbox.messages())
                .row("arrived twice", outbox.doubled())
                .row("not in the minute after they were due", sent.outOfWindow())
                .row("sent after payment", sent.afterPayment())
                .row("dropped, since the buyer had one that day", sent.droppedOnceADay())
                .row("dropped for another reason", sent.droppedOtherwise())
                .row("seconds", done.time().toMillis() / MILLIS);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "reminders-replay");
        figures.put("changes", done.changes());
        figures.put("sent", sent.first() + sent.second());
        figures.put("first", sent.first());
        figures.put("second", sent.second());
        figures.put("unknown", sent.unknown());
        figures.put("arrived", outbox.messages());
        figures.put("doubled", outbox.doubled());
        figures.put("outOfWindow", sent.outOfWindow());
        figures.put("sentAfterPayment", sent.afterPayment());
        figures.put("droppedOnceADay", sent.droppedOnceADay());
        figures.put("droppedOtherwise", sent.droppedOtherwise());
        figures.put("seconds", Samples.rounded(done.time().toMillis() / MILLIS));
        figures.put("kills", kills);
        kills.forEach((function, times) -> table.row(function + " killed", times));
        return new Report(table, figures);
    }
}
