package dev.groundswell.bench.send;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.capacity.CapacityMeter;
import dev.groundswell.bench.capacity.Usage;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.bench.system.BenchClients;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.local.LocalOptions;
import java.util.LinkedHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A campaign to a frozen audience through every function as {@code template.yaml} wires it, to the simulator and back: whether each
 * member has exactly one outcome and one message, how fast that is, and what all functions together ask of DynamoDB for it.
 */
@Command(
        name = "send-system",
        description = "A campaign through the whole template to the simulator: once each, messages/s, requests, units")
public final class SystemBench implements Bench {

    private static final double NANOS_PER_SECOND = 1e9;

    @Option(names = "--customers", paramLabel = "N", description = "who are sent a message (${DEFAULT-VALUE})")
    private int customers = 100_000;

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Channel channel = Channel.SMS;

    /** How a campaign went. */
    private record Run(Reckoning reckoning, double perSecond, double perSecondWithReports, Usage usage) {}

    @Override
    public Report run() throws Exception {
        if (customers < 1) {
            throw new UnusableInputException("At least one customer is needed.");
        }
        var meter = new CapacityMeter();
        var options =
                LocalOptions.inMemory().withoutExpiry().withInstances((_, given) -> BenchClients.metered(given, meter));
        try (var system = SendingSystem.start(options)) {
            return report(send(system, meter));
        }
    }

    private Run send(SendingSystem system, CapacityMeter meter) throws InterruptedException {
        say("writing " + customers + " customers, and waiting for the audience index");
        var audience = system.write(customers);
        say("sending");
        var outbox = system.local().simulator().outbox();
        var before = meter.read();
        var begun = System.nanoTime();
        var campaign = system.begin(channel, audience);
        system.await(() -> outbox.messages() >= customers || system.isCompleted(campaign));
        var arrived = System.nanoTime();
        say("all have arrived; waiting for the end and for all reports");
        system.awaitCompleted(campaign);
        system.awaitReported();
        var reported = System.nanoTime();
        var usage = meter.read().minus(before).per(customers);
        say("asking for each member");
        return new Run(reckoned(system, campaign), perSecond(arrived - begun), perSecond(reported - begun), usage);
    }

    private Reckoning reckoned(SendingSystem system, CampaignId campaign) {
        var reckoning = new ReckonCampaign(system.local(), _ -> false).reckon(campaign);
        if (reckoning.counts().members() != customers) {
            throw new IllegalStateException(
                    "The outcomes " + reckoning.counts() + " do not add up to " + customers + ".");
        }
        return reckoning;
    }

    private double perSecond(long nanos) {
        return customers * NANOS_PER_SECOND / nanos;
    }

    private Report report(Run run) {
        var reckoning = run.reckoning();
        var counts = reckoning.counts();
        var table = new Table("send-system: " + channel + " to " + customers, "")
                .row("members without an outcome", counts.waiting())
                .row("delivered", counts.delivered())
                .row("reported not delivered", counts.failed())
                .row("sent, and not reported", counts.sent())
                .row("excluded", counts.excludedMembers())
                .row("unknown", counts.unknown())
                .row("arrived twice", reckoning.doubled())
                .row("lost", reckoning.lost())
                .row("unexplained", reckoning.unexplained())
                .row("messages a second, until the last arrived", run.perSecond())
                .row("messages a second, until all is reported and counted", run.perSecondWithReports())
                .row("requests to DynamoDB a message", run.usage().requests())
                .row("write units a message", run.usage().writeUnits())
                .row("read units a message", run.usage().readUnits());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "send-system");
        figures.put("customers", customers);
        figures.put("channel", channel.name());
        figures.put("waiting", counts.waiting());
        figures.put("delivered", counts.delivered());
        figures.put("failed", counts.failed());
        figures.put("sent", counts.sent());
        figures.put("excluded", counts.excludedMembers());
        figures.put("unknown", counts.unknown());
        figures.put("doubled", reckoning.doubled());
        figures.put("lost", reckoning.lost());
        figures.put("unexplained", reckoning.unexplained());
        figures.put("messagesPerSecond", Samples.rounded(run.perSecond()));
        figures.put("messagesPerSecondWithReports", Samples.rounded(run.perSecondWithReports()));
        figures.put("requestsPerMessage", Samples.rounded(run.usage().requests()));
        figures.put("writeUnitsPerMessage", Samples.rounded(run.usage().writeUnits()));
        figures.put("readUnitsPerMessage", Samples.rounded(run.usage().readUnits()));
        return new Report(table, figures);
    }

    private static void say(String what) {
        System.err.println("send-system: " + what);
    }
}
