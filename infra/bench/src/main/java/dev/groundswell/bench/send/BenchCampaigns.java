package dev.groundswell.bench.send;

import dev.groundswell.bench.event.LambdaEvents;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.core.campaign.BoughtSince;
import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignSettings;
import dev.groundswell.core.campaign.CampaignState;
import dev.groundswell.core.campaign.CampaignStep;
import dev.groundswell.core.campaign.Timing;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.Wording;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.local.function.Console;
import dev.groundswell.local.function.LocalFunction;
import dev.groundswell.local.function.Outcome;
import dev.groundswell.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Campaigns to the frozen audience, each sent step by step by the function of the template. */
final class BenchCampaigns {

    private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

    private static final Wording SMS = new Wording.Sms("{{name}}，双十一会场已开，老客满199减30，先付先发。");
    private static final Wording MAIL = new Wording.Mail(
            "{{name}}，双十一会场已开",
            "<p>{{name}}，老客满199减30，先付先发。</p><p><a href=\"{{unsubscribe_link}}\">退订</a></p>",
            "{{name}}，老客满199减30，先付先发。退订：{{unsubscribe_link}}");

    private final HeldSteps steps;
    private final CampaignTable campaigns;
    private final LocalFunction sender;

    BenchCampaigns(Template template, AwsClients clients, HeldSteps steps) {
        this.steps = steps;
        this.campaigns = new CampaignTable(clients.dynamoDb(), FreshTables.name(template, "Campaigns"));
        this.sender = new LocalFunction(
                template.function("CampaignSend").orElseThrow(),
                new FunctionEnvironment(template.environment("CampaignSend"), InstantSource.system(), clients),
                new Console(System.err));
    }

    /**
     * Sends one from the moment when its audience is frozen until every member has an outcome.
     *
     * @throws IllegalStateException if not every member was sent one message
     */
    void send(Channel channel, AudienceId audience, int members) {
        var id = begin(channel, audience);
        for (var step = steps.next(); step.isPresent(); step = steps.next()) {
            take(step.get());
        }
        var sent = campaigns.summaries(BenchStore.STORE.id(), id).stream()
                .mapToLong(summary -> summary.counts().sent())
                .sum();
        if (sent != members) {
            throw new IllegalStateException("Of " + members + " members " + sent + " were sent a message.");
        }
    }

    private CampaignId begin(Channel channel, AudienceId audience) {
        var now = Instant.now();
        var id = CampaignId.of(now, RandomGenerator.getDefault());
        var state = new CampaignState.Freezing(now, Optional.of(audience));
        campaigns.save(BenchStore.STORE, new Campaign(id, settings(channel), state, Set.of(), "bench", now, now, 1));
        new CampaignStepQueue(steps, "")
                .wake(BenchStore.STORE.id(), List.of(new CampaignStep.Advance(id)), Duration.ZERO);
        return id;
    }

    private static CampaignSettings settings(Channel channel) {
        return new CampaignSettings(
                "bench",
                MessageKind.MARKETING,
                null,
                "everyone",
                channel == Channel.SMS ? SMS : MAIL,
                0,
                new Timing(null, Duration.ZERO, null),
                new BoughtSince.Launch(),
                null,
                null,
                null,
                Duration.ofDays(3));
    }

    private void take(String step) {
        var answer = switch (sender.invoke(LambdaEvents.queue(List.of(step)))) {
            case Outcome.Answer(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Outcome.Failure failure -> failure.message();
        };
        if (!answer.equals(NO_FAILURES)) {
            throw new IllegalStateException("CampaignSend did not take the step " + step + ": " + answer);
        }
    }
}
