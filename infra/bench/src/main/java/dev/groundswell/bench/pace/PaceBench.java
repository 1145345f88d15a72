package dev.groundswell.bench.pace;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.capacity.TableClient;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.bench.system.OtherProcess;
import dev.groundswell.bench.system.TablesProcess;
import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.local.simulator.Simulator;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Processes that know nothing of each other send by one provider, as fast as they may: how many parts arrive in the fullest second
 * of the clock, and how much of the limit is used.
 */
@Command(
        name = "pace",
        description = "Whether many processes together keep to a provider's limit, and how much of it they use")
public final class PaceBench implements Bench {

    private static final String PROVIDER = "paced";

    /** After the last process is there: its share of the pace begins when leases of the others end. */
    private static final Duration SETTLING = Duration.ofSeconds(6);

    @Option(names = "--workers", paramLabel = "N", description = "processes that send (${DEFAULT-VALUE})")
    private int workers = 16;

    @Option(names = "--limit", paramLabel = "N", description = "parts a second (${DEFAULT-VALUE})")
    private int limit = 500;

    @Option(names = "--seconds", paramLabel = "N", description = "of which the use is measured (${DEFAULT-VALUE})")
    private int seconds = 30;

    @Override
    public Report run() throws Exception {
        if (workers < 1 || !PaceLimits.isPace(limit) || seconds < 1) {
            throw new UnusableInputException(
                    "At least one worker is needed, a limit that providers may have, and a second.");
        }
        try (var tables = OtherProcess.start(TablesProcess.class);
                var client = TableClient.of(tables.url());
                var simulator = Simulator.start(FreshTables.freePort(), InstantSource.system(), _ -> {})) {
            simulator.tell(PROVIDER, Map.of("reportAfterMillis", -1));
            new ProviderTable(client, FreshTables.name(FreshTables.template(tables.url()), "Channels"))
                    .save(BenchStore.STORE.id(), provider());
            return measured(tables, simulator);
        }
    }

    private Provider provider() {
        return new Provider(
                new ProviderId(PROVIDER),
                Channel.SMS,
                ProviderKind.SIMULATOR,
                true,
                Provider.MAX_WEIGHT,
                Set.of(),
                0,
                new PaceLimits(limit, Map.of(), 0),
                Provider.Sender.NONE,
                1);
    }

    private Report measured(OtherProcess tables, Simulator simulator) throws IOException, InterruptedException {
        var senders = new ArrayList<OtherProcess>();
        try {
            for (var worker = 1; worker <= workers; worker++) {
                System.err.println("pace: starting process " + worker + " of " + workers);
                senders.add(OtherProcess.start(PaceWorker.class, tables.url(), simulator.url()));
            }
            Thread.sleep(SETTLING);
            var before = simulator.outbox().parts(PROVIDER);
            Thread.sleep(Duration.ofSeconds(seconds));
            var parts = simulator.outbox().parts(PROVIDER) - before;
            return report(simulator.outbox().mostInASecond(PROVIDER), (double) parts / limit / seconds);
        } finally {
            end(senders);
        }
    }

    private static void end(List<OtherProcess> senders) {
        senders.forEach(OtherProcess::close);
    }

    private Report report(int fullest, double used) {
        var table = new Table("pace: " + workers + " processes, " + limit + " parts a second", "")
                .row("parts in the fullest second of arrival", fullest)
                .row("used of the limit", used);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "pace");
        figures.put("workers", workers);
        figures.put("limit", limit);
        figures.put("partsInFullestSecond", fullest);
        figures.put("used", Samples.rounded(used));
        return new Report(table, figures);
    }
}
