package dev.groundswell.bench.send;

import dev.groundswell.bench.system.BenchShop;
import dev.groundswell.bench.system.BenchStore;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.message.provider.RoutingTable;
import dev.groundswell.core.campaign.CampaignId;
import dev.groundswell.core.campaign.CampaignStep;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.provider.PaceLimits;
import dev.groundswell.core.message.provider.ProviderKind;
import dev.groundswell.core.message.route.RoutingChange;
import dev.groundswell.core.segment.freeze.AudienceId;
import dev.groundswell.local.LocalOptions;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.http.HttpFront.PortTakenException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The whole template in this process, with customers, money, and the simulator as two providers of SMS and one of e-mail. A
 * campaign goes the way that it goes on AWS: hints on queues, functions woken by them, receipts, streams, the watchdog.
 */
final class SendingSystem implements AutoCloseable {

    static final String FIRST_SMS_PROVIDER = "sms-one";
    static final String SECOND_SMS_PROVIDER = "sms-two";
    private static final String MAIL_PROVIDER = "mail";

    /** More than weight moves in a campaign. */
    private static final int MOST_CHANGES = 100;

    /** Between two looks at whether something is done. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Whoever waits for the clock while nothing runs is told that so much has passed: a third of what workers are patient for. */
    private static final Duration JUMP = Duration.ofSeconds(10);

    /** Nothing runs for so long: then there is nothing to come but by the clock. Longer than a queue takes to hand out a message. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** From a message's arrival: the simulator reports after a second and a half. */
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(3);

    private final LocalSystem system;
    private final BenchShop shop;
    private final CampaignTable campaigns;

    private SendingSystem(LocalSystem system) {
        this.system = system;
        this.shop = new BenchShop(system.clients().dynamoDb(), system.template());
        this.campaigns =
                new CampaignTable(system.clients().dynamoDb(), FreshTables.name(system.template(), "Campaigns"));
    }

    static SendingSystem start(LocalOptions options) throws PortTakenException {
        var system = new SendingSystem(LocalSystem.start(options));
        system.shop.prepare(system.local().clock().instant());
        system.limitSms(PaceLimits.FASTEST);
        system.shop.save(MAIL_PROVIDER, Channel.EMAIL, ProviderKind.SIMULATOR, PaceLimits.FASTEST);
        return system;
    }

    /** Gives each provider of SMS a pace, in parts a second. */
    void limitSms(int partsPerSecond) {
        List.of(FIRST_SMS_PROVIDER, SECOND_SMS_PROVIDER)
                .forEach(provider -> shop.save(provider, Channel.SMS, ProviderKind.SIMULATOR, partsPerSecond));
    }

    /** How weight has moved between the providers of a channel. */
    List<RoutingChange> routingChanges(Channel channel) {
        return new RoutingTable(system.clients().dynamoDb(), FreshTables.name(system.template(), "Channels"))
                .changes(BenchStore.STORE.id(), channel, MOST_CHANGES);
    }

    LocalSystem local() {
        return system;
    }

    /** Changes how long messages on queues are with whoever took them. */
    void showAgainAfter(Duration time) {
        system.template()
                .queues()
                .forEach(queue -> system.clients()
                        .sqs()
                        .setQueueAttributes(set -> set.queueUrl(queue.url())
                                .attributes(Map.of(
                                        QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(time.toSeconds())))));
    }

    /** Writes customers and their frozen audience, and waits until the audience index has them. */
    AudienceId write(int customers) {
        var audience = StoredCustomers.asOrders(system.clients().dynamoDb(), system.template())
                .write(customers, system.clock().instant());
        system.awaitDrained();
        return audience;
    }

    CampaignId begin(Channel channel, AudienceId audience) {
        var campaign = FrozenCampaign.of(channel, audience, system.clock().instant());
        campaigns.save(BenchStore.STORE, campaign);
        var queue = system.template().queue("CampaignSteps").orElseThrow().url();
        new CampaignStepQueue(system.clients().sqs(), queue)
                .wake(BenchStore.STORE.id(), List.of(new CampaignStep.Advance(campaign.id())), Duration.ZERO);
        return campaign.id();
    }

    /**
     * Waits until the campaign is over.
     *
     * @throws IllegalStateException if it ends in any other way than that every member has an outcome
     */
    void awaitCompleted(CampaignId id) throws InterruptedException {
        await(() -> isCompleted(id));
    }

    /** @throws IllegalStateException if it ended otherwise */
    boolean isCompleted(CampaignId id) {
        var status = campaigns.find(BenchStore.STORE.id(), id).orElseThrow().status();
        return switch (status) {
            case COMPLETED -> true;
            case FAILED, CANCELLED -> throw new IllegalStateException("The campaign is " + status + ".");
            default -> false;
        };
    }

    /** Waits until the simulator has reported all that it took, and nothing is left to do. */
    void awaitReported() throws InterruptedException {
        Thread.sleep(REPORTED_WITHIN);
        system.awaitDrained();
    }

    /** Waits for something; the clock jumps where all wait for nothing but the clock. */
    void await(BooleanSupplier done) throws InterruptedException {
        for (var quiet = Duration.ZERO; !done.getAsBoolean(); ) {
            Thread.sleep(PAUSE);
            quiet = system.isQuiet() ? quiet.plus(PAUSE) : Duration.ZERO;
            if (quiet.compareTo(QUIET) >= 0) {
                system.clock().set(system.clock().instant().plus(JUMP), 1);
                quiet = Duration.ZERO;
            }
        }
    }

    @Override
    public void close() {
        system.close();
    }
}
