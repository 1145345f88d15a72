package dev.groundswell.bench.send;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Samples;
import dev.groundswell.bench.report.Table;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.route.RoutingChange;
import dev.groundswell.local.LocalOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A campaign by SMS through the whole template, shared by two providers, of which one fails while it is sent: how soon all of it
 * goes by the other, whether that one goes on meanwhile, and whether anybody gets two messages or is left out.
 */
@Command(
        name = "failover",
        description = "One of two providers fails in a campaign: seconds until the other has all, doubled, lost")
public final class FailoverBench implements Bench {

    private static final String FAILING = SendingSystem.FIRST_SMS_PROVIDER;
    private static final String OTHER = SendingSystem.SECOND_SMS_PROVIDER;

    private static final Map<String, Object> DOWN = Map.of("isDown", true);
    private static final Map<String, Object> SILENT = Map.of("percentLost", 100);

    private static final double MILLIS_PER_SECOND = 1e3;

    @Option(names = "--customers", paramLabel = "N", description = "who are sent a message (${DEFAULT-VALUE})")
    private int customers = 10_000;

    @Option(names = "--pace", paramLabel = "N", description = "of each provider, in parts a second (${DEFAULT-VALUE})")
    private int pace = 120;

    @Option(
            names = "--fails-after",
            paramLabel = "SECONDS",
            description = "from the arrival of its first message on (${DEFAULT-VALUE})")
    private int failsAfter = 10;

    @Option(names = "--silent", description = "it takes messages and does not answer, instead of taking none")
    private boolean isSilent;

    /**
     * How it went on after the failure.
     *
     * @param toOther   until the failing provider had no weight any more; empty if the campaign was over before
     * @param pause     the longest time in which nothing arrived at the other one
     * @param perSecond messages that the other one took, until the last arrived
     * @param turned    messages that the failing one was asked to take and did not
     */
    private record Run(
            Reckoning reckoning, Optional<Duration> toOther, Duration pause, double perSecond, long turned) {}

    @Override
    public Report run() throws Exception {
        if (customers < 1 || pace < 1 || failsAfter < 0) {
            throw new UnusableInputException("At least one customer is needed, and a part a second.");
        }
        try (var system = SendingSystem.start(LocalOptions.inMemory().withoutExpiry())) {
            system.limitSms(pace);
            return report(send(system));
        }
    }

    private Run send(SendingSystem system) throws InterruptedException {
        say("writing " + customers + " customers, and waiting for the audience index");
        var audience = system.write(customers);
        say("sending");
        var campaign = system.begin(Channel.SMS, audience);
        var failedAt = fail(system);
        var arrivals = new Arrivals(failedAt, arrived(system));
        system.await(() -> {
            arrivals.look(system.local().clock().instant(), arrived(system));
            return system.isCompleted(campaign);
        });
        say("waiting for all reports, and asking for each member");
        system.awaitReported();
        return new Run(
                reckoned(system, campaign),
                weightGoneAt(system).map(at -> Duration.between(failedAt, at)),
                arrivals.longestPause(),
                arrivals.perSecond(),
                system.local().simulator().outbox().turnedAway(FAILING));
    }

    /** Lets it work for its time, then no more. */
    private Instant fail(SendingSystem system) throws InterruptedException {
        var simulator = system.local().simulator();
        var clock = system.local().clock();
        system.await(() -> simulator.outbox().messages(FAILING) > 0);
        var failsAt = clock.instant().plusSeconds(failsAfter);
        system.await(() -> !clock.instant().isBefore(failsAt));
        say(FAILING + (isSilent ? " does not answer any more" : " takes none any more"));
        simulator.tell(FAILING, isSilent ? SILENT : DOWN);
        return clock.instant();
    }

    private static long arrived(SendingSystem system) {
        return system.local().simulator().outbox().messages(OTHER);
    }

    private static Optional<Instant> weightGoneAt(SendingSystem system) {
        return system.routingChanges(Channel.SMS).stream()
                .filter(change -> change.provider().value().equals(FAILING) && change.to() == 0)
                .map(RoutingChange::at)
                .min(Comparator.naturalOrder());
    }

    private Reckoning reckoned(SendingSystem system, CampaignId campaign) {
        var outbox = system.local().simulator().outbox();
        var reckoning = new ReckonCampaign(
                        system.local(),
                        unknown -> outbox.isUnanswered(unknown.id().toString()))
                .reckon(campaign);
        if (reckoning.counts().members() != customers) {
            throw new IllegalStateException(
                    "The outcomes " + reckoning.counts() + " do not add up to " + customers + ".");
        }
        return reckoning;
    }

    private Report report(Run run) {
        var reckoning = run.reckoning();
        var unknown = reckoning.counts().unknown();
        var toOther = run.toOther().map(FailoverBench::seconds);
        var table = new Table(
                        "failover: SMS to " + customers + ", at " + pace + " a second of each of two providers", "")
                .row(
                        "seconds until the failing one had no weight any more",
                        toOther.<Object>map(it -> it).orElse("not before the end"))
                .row("messages that it was asked to take and did not", run.turned())
                .row("seconds at most in which none arrived at the other", seconds(run.pause()))
                .row("messages a second by the other, from the failure on", run.perSecond())
                .row("doubled", reckoning.doubled())
                .row("lost", reckoning.lost())
                .row("unexplained", reckoning.unexplained())
                .row("unknown", unknown);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "failover");
        figures.put("customers", customers);
        toOther.ifPresent(seconds -> figures.put("secondsToOther", Samples.rounded(seconds)));
        figures.put("turnedAway", run.turned());
        figures.put("longestPause", Samples.rounded(seconds(run.pause())));
        figures.put("messagesPerSecond", Samples.rounded(run.perSecond()));
        figures.put("used", Samples.rounded(run.perSecond() / pace));
        figures.put("doubled", reckoning.doubled());
        figures.put("lost", reckoning.lost());
        figures.put("unexplained", reckoning.unexplained());
        figures.put("unknown", unknown);
        return new Report(table, figures);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }

    private static void say(String what) {
        System.err.println("failover: " + what);
    }
}
