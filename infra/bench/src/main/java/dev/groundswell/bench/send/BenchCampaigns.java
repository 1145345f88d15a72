package dev.groundswell.bench.send;

import dev.groundswell.bench.event.LambdaEvents;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.function.AwsClients;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStep;
import dev.groundswell.core.contact.Channel;
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

/** Campaigns to the frozen audience, each sent step by step by the function of the template. */
final class BenchCampaigns {

    private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

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
        var campaign = FrozenCampaign.of(channel, audience, Instant.now());
        campaigns.save(BenchStore.STORE, campaign);
        new CampaignStepQueue(steps, "")
                .wake(BenchStore.STORE.id(), List.of(new CampaignStep.Advance(campaign.id())), Duration.ZERO);
        return campaign.id();
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
