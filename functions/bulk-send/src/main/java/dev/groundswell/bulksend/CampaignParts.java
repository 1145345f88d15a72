package dev.groundswell.bulksend;

import dev.groundswell.cloud.campaign.AddresseeTables;
import dev.groundswell.cloud.campaign.CampaignStepQueue;
import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.link.LinkTable;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.message.gateway.ProviderParts;
import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.cloud.message.text.MessageSettingsTable;
import dev.groundswell.cloud.segment.AudienceStepQueue;
import dev.groundswell.cloud.segment.FrozenAudienceTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.cloud.wallet.WalletTable;
import dev.groundswell.core.campaign.AdvanceCampaign;
import dev.groundswell.core.campaign.BillSeparately;
import dev.groundswell.core.campaign.CountOutcome;
import dev.groundswell.core.campaign.PlanRange;
import dev.groundswell.core.campaign.ResendMessage;
import dev.groundswell.core.campaign.SendChunk;
import dev.groundswell.core.campaign.SendTest;
import dev.groundswell.core.campaign.SettleChunk;
import dev.groundswell.core.campaign.TakeStep;
import dev.groundswell.core.link.RememberedLinkSecrets;
import dev.groundswell.core.link.ShortLinks;
import dev.groundswell.core.link.SignedLinks;
import dev.groundswell.core.message.provider.Providers;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.segment.freeze.FreezeAudience;
import dev.groundswell.core.store.RememberedStores;
import dev.groundswell.core.store.Stores;
import dev.groundswell.core.time.Sleeper;
import dev.groundswell.core.wallet.Wallets;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the workers of campaigns stand on, put together by hand. */
final class CampaignParts {

    private final FunctionEnvironment environment;
    private final RandomGenerator random;
    private final InstantSource time;
    private final DynamoDbClient dynamoDb;
    private final Stores stores;
    private final CampaignTable campaigns;
    private final CampaignStepQueue queue;
    private final FrozenAudienceTable audiences;
    private final MessageTable messages;
    private final MessageSettingsStore settings;
    private final Providers providers;
    private final Wallets wallets;
    private final ShortLinks links;

    CampaignParts(FunctionEnvironment environment, RandomGenerator random) {
        this.environment = environment;
        this.random = random;
        this.time = environment.time();
        this.dynamoDb = environment.clients().dynamoDb();
        this.stores = new RememberedStores(new StoreTable(dynamoDb, environment.require("STORES_TABLE")), time);
        this.campaigns = new CampaignTable(dynamoDb, environment.require("CAMPAIGNS_TABLE"));
        this.queue = new CampaignStepQueue(environment.clients().sqs(), environment.require("CAMPAIGN_STEPS_QUEUE"));
        this.audiences = new FrozenAudienceTable(dynamoDb, environment.require("FROZEN_AUDIENCES_TABLE"));
        this.messages = new MessageTable(
                dynamoDb, environment.require("MESSAGES_TABLE"), new Transactions(dynamoDb, Sleeper.system(), random));
        this.settings = new MessageSettingsTable(dynamoDb, environment.require("CHANNELS_TABLE"));
        this.providers = new ProviderTable(dynamoDb, environment.require("CHANNELS_TABLE"));
        this.wallets = new WalletTable(dynamoDb, environment.require("WALLETS_TABLE"), random);
        var kept = new LinkTable(dynamoDb, environment.require("LINKS_TABLE"), time, random);
        this.links = new SignedLinks(new RememberedLinkSecrets(kept), kept);
    }

    Stores stores() {
        return stores;
    }

    TakeStep steps() {
        var passages = new ProviderParts(environment).passages();
        var sending = new SendMessages(messages, messages, passages, time, random);
        return new TakeStep(
                advance(),
                new PlanRange(campaigns, campaigns, audiences, links),
                send(sending),
                test(sending),
                resend(sending),
                campaigns,
                queue);
    }

    private AdvanceCampaign advance() {
        var ports = new AdvanceCampaign.Ports(
                campaigns, campaigns, queue, audiences, audiences, settings, providers, wallets);
        var audienceSteps =
                new AudienceStepQueue(environment.clients().sqs(), environment.require("AUDIENCE_STEPS_QUEUE"));
        var freeze = new FreezeAudience(audiences, audienceSteps, time);
        return new AdvanceCampaign(ports, freeze, environment.require("LINK_ORIGIN"), time);
    }

    private SendChunk.Ports ports() {
        return new SendChunk.Ports(
                campaigns,
                campaigns,
                audiences,
                settings,
                messages,
                new AddresseeTables(
                        dynamoDb, environment.require("ORDERS_TABLE"), environment.require("MESSAGES_TABLE")),
                links);
    }

    private SendChunk send(SendMessages sending) {
        return new SendChunk(ports(), sending, expired(), new SettleChunk(campaigns, wallets, time), time);
    }

    private ResendMessage resend(SendMessages sending) {
        var counting = new CountOutcome(campaigns, campaigns, new SettleChunk(campaigns, wallets, time));
        return new ResendMessage(ports(), sending, expired(), counting, billing(), time);
    }

    private SendTest test(SendMessages sending) {
        var ports = new SendTest.Ports(campaigns, settings, messages, links);
        return new SendTest(ports, sending, expired(), billing(), environment.require("LINK_ORIGIN"), time);
    }

    private SettleExpiredClaims expired() {
        return new SettleExpiredClaims(messages, messages, time);
    }

    private BillSeparately billing() {
        return new BillSeparately(wallets, providers, time);
    }
}
