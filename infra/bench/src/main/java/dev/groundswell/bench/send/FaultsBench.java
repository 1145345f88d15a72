package dev.groundswell.bench.send;

import dev.groundswell.bench.Bench;
import dev.groundswell.bench.faults.Fate;
import dev.groundswell.bench.faults.FaultRates;
import dev.groundswell.bench.faults.Faults;
import dev.groundswell.bench.report.Report;
import dev.groundswell.bench.report.Table;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.local.LocalOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A campaign by SMS through the whole template while instances of functions are killed, providers' answers are lost, messages come
 * twice, and tables are too busy or do not answer: whether anybody gets two messages, or is left out, or nobody knows why.
 */
@Command(
        name = "send-faults",
        description = "The same while instances are killed and answers lost: messages doubled, lost, unexplained")
public final class FaultsBench implements Bench {

    private static final int PERCENT_LOST_BY_PROVIDERS = 5;

    /** Of a hundred requests or messages each. */
    private static final int PERCENT = 1;

    /**
     * What a killed worker leaves comes again after so long, and not after up to half an hour: queues live on the wall clock. Of a
     * worker that is alive and takes longer it comes again too, which must do no harm.
     */
    private static final Duration SHOWN_AGAIN = Duration.ofSeconds(15);

    private static final List<String> DEAD_LETTERS = List.of("CampaignStepsDead", "DeliveryEventsDead");

    /** As often as a queue gives a message up, so that what was killed again while it was sent back is sent back again. */
    private static final int REDRIVES = 2;

    @Option(names = "--customers", paramLabel = "N", description = "who are sent a message (${DEFAULT-VALUE})")
    private int customers = 8_000;

    @Option(
            names = "--kill-every",
            paramLabel = "MILLIS",
            description = "an instance of the sender, and one of any other function, on average (${DEFAULT-VALUE})")
    private int killEveryMillis = 3_000;

    @Option(names = "--seed", paramLabel = "N", description = "of chance (${DEFAULT-VALUE})")
    private long seed = 1;

    /** How it ended: with what was listed as unknown by the API. */
    private record Run(Reckoning reckoning, Set<String> listed, Faults faults) {}

    @Override
    public Report run() throws Exception {
        if (customers < 1 || killEveryMillis < 1) {
            throw new UnusableInputException("At least one customer is needed, and a millisecond between kills.");
        }
        return report(send());
    }

    private Run send() throws Exception {
        var rates = new FaultRates(Duration.ofMillis(killEveryMillis), PERCENT, PERCENT, PERCENT, PERCENT);
        var faults = new Faults(rates, "Messages", seed);
        var options = LocalOptions.inMemory()
                .withoutExpiry()
                .withInstances(faults::instance)
                .withQueues(faults.queues());
        try (var system = SendingSystem.start(options)) {
            system.showAgainAfter(SHOWN_AGAIN);
            say("writing " + customers + " customers, and waiting for the audience index");
            var audience = system.write(customers);
            breakProviders(system);
            say("sending, and breaking things");
            faults.begin();
            var campaign = system.begin(Channel.SMS, audience);
            system.awaitCompleted(campaign);
            say("breaking nothing any more, and waiting for all reports");
            faults.end();
            settle(system);
            return reckoned(system, campaign, faults);
        }
    }

    /** Both lose answers. What one took is reported later; of what the other took nobody ever hears. */
    private static void breakProviders(SendingSystem system) {
        var simulator = system.local().simulator();
        simulator.tell(SendingSystem.FIRST_SMS_PROVIDER, Map.of("percentLost", PERCENT_LOST_BY_PROVIDERS));
        simulator.tell(
                SendingSystem.SECOND_SMS_PROVIDER,
                Map.of("percentLost", PERCENT_LOST_BY_PROVIDERS, "reportAfterMillis", -1));
    }

    /** As an operator does: what was given up after three kills is sent back. */
    private static void settle(SendingSystem system) throws InterruptedException {
        system.awaitReported();
        for (var redrive = 0; redrive < REDRIVES && sendsBack(system); redrive++) {
            system.awaitReported();
        }
    }

    /** Whether there were any dead letters. */
    private static boolean sendsBack(SendingSystem system) {
        return DEAD_LETTERS.stream()
                        .mapToInt(queue ->
                                system.local().sendBackDeadLetters(queue).orElse(0))
                        .sum()
                > 0;
    }

    private Run reckoned(SendingSystem system, CampaignId campaign, Faults faults) {
        var outbox = system.local().simulator().outbox();
        var reckoning = new ReckonCampaign(
                        system.local(),
                        unknown -> outbox.isUnanswered(unknown.id().toString()) || faults.explains(unknown))
                .reckon(campaign);
        if (reckoning.counts().members() != customers) {
            throw new IllegalStateException(
                    "The outcomes " + reckoning.counts() + " do not add up to " + customers + ".");
        }
        return new Run(reckoning, UnknownOfApi.list(system.local(), campaign), faults);
    }

    private Report report(Run run) {
        var reckoning = run.reckoning();
        var counts = reckoning.counts();
        var unlisted = unlisted(run);
        var table = new Table("send-faults: SMS to " + customers, "")
                .row("doubled", reckoning.doubled())
                .row("lost", reckoning.lost())
                .row("unexplained", reckoning.unexplained())
                .row("unknown", counts.unknown())
                .row("unknown, and not listed by the API, or listed and not unknown", unlisted)
                .row("delivered", counts.delivered())
                .row("reported not delivered", counts.failed())
                .row("sent, and not reported", counts.sent());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "send-faults");
        figures.put("customers", customers);
        figures.put("doubled", reckoning.doubled());
        figures.put("lost", reckoning.lost());
        figures.put("unexplained", reckoning.unexplained());
        figures.put("unknown", counts.unknown());
        figures.put("unlisted", unlisted);
        figures.put("delivered", counts.delivered());
        figures.put("failed", counts.failed());
        figures.put("sent", counts.sent());
        figures.put("kills", run.faults().kills());
        run.faults().kills().forEach((function, kills) -> table.row(function + " killed", kills));
        run.faults().fates().forEach((fate, requests) -> {
            table.row("requests to tables " + fate, requests);
            figures.put(name(fate), requests);
        });
        return new Report(table, figures);
    }

    private static String name(Fate fate) {
        return switch (fate) {
            case ANSWERED -> "requestsAnswered";
            case THROTTLED -> "requestsThrottled";
            case UNANSWERED -> "requestsUnanswered";
            case ASKED_AGAIN -> "requestsAskedAgain";
        };
    }

    private static long unlisted(Run run) {
        var unknown =
                run.reckoning().unknown().stream().map(MessageId::toString).collect(Collectors.toSet());
        var missing = unknown.stream().filter(id -> !run.listed().contains(id)).count();
        return missing
                + run.listed().stream().filter(id -> !unknown.contains(id)).count();
    }

    private static void say(String what) {
        System.err.println("send-faults: " + what);
    }
}
