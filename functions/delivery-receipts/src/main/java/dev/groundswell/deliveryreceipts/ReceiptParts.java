package dev.groundswell.deliveryreceipts;

import dev.groundswell.cloud.campaign.CampaignTable;
import dev.groundswell.cloud.customer.ClickedLinkTable;
import dev.groundswell.cloud.customer.ConsentTable;
import dev.groundswell.cloud.customer.MessageTimesTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.link.LinkTable;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.message.StandingTable;
import dev.groundswell.cloud.message.provider.HealthTable;
import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.cloud.message.receipt.DeliveryCountTable;
import dev.groundswell.cloud.reminder.OrderReminderTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.cloud.wallet.WalletTable;
import dev.groundswell.core.campaign.CampaignAttributions;
import dev.groundswell.core.campaign.CountOutcome;
import dev.groundswell.core.campaign.SettleChunk;
import dev.groundswell.core.customer.NotedRecipients;
import dev.groundswell.core.customer.WithdrawnConsents;
import dev.groundswell.core.link.CountClick;
import dev.groundswell.core.message.receipt.OptOut;
import dev.groundswell.core.message.receipt.SettleReceipts;
import dev.groundswell.core.message.receipt.TallyDeliveries;
import dev.groundswell.core.message.route.HealthTally;
import dev.groundswell.core.reminder.sweep.CountReminderOutcome;
import dev.groundswell.core.reminder.sweep.NoteReminderClick;
import dev.groundswell.core.store.RememberedStores;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.util.random.RandomGenerator;

/** What the function makes of its tables. */
final class ReceiptParts {

    private ReceiptParts() {}

    /** @param random spreads those out who meet at an item; for links' secrets, which are not made here, it need not be secure */
    static TakeEvents of(FunctionEnvironment environment, RandomGenerator random) {
        var dynamoDb = environment.clients().dynamoDb();
        var time = environment.time();
        var orders = environment.require("ORDERS_TABLE");
        var messagesTable = environment.require("MESSAGES_TABLE");
        var transactions = new Transactions(dynamoDb, Sleeper.system(), random);
        var messages = new MessageTable(dynamoDb, messagesTable, transactions);
        var standings = new StandingTable(dynamoDb, messagesTable);
        var stores = new RememberedStores(new StoreTable(dynamoDb, environment.require("STORES_TABLE")), time);
        var recipients = new NotedRecipients(new MessageTimesTable(dynamoDb, orders), stores);
        var campaigns = new CampaignTable(dynamoDb, environment.require("CAMPAIGNS_TABLE"));
        var wallets = new WalletTable(dynamoDb, environment.require("WALLETS_TABLE"), random);
        var channels = environment.require("CHANNELS_TABLE");
        var ofCampaigns = new CountOutcome(campaigns, campaigns, new SettleChunk(campaigns, wallets, time));
        var reminders = new OrderReminderTable(dynamoDb, orders, transactions, time);
        var ofReminders = new CountReminderOutcome(reminders, new ProviderTable(dynamoDb, channels));
        var tally = new TallyDeliveries(
                messages,
                new DeliveryCountTable(dynamoDb, channels),
                new HealthTally(new HealthTable(dynamoDb, channels), time, random),
                time,
                random);
        return new TakeEvents(
                new StoresOfEvents(stores, new StoreId(environment.require("STORE_ID")), messages),
                new SettleReceipts(messages, standings, ofCampaigns.and(ofReminders), recipients, tally),
                new OptOut(standings, messages, new WithdrawnConsents(new ConsentTable(dynamoDb, orders))),
                new CountClick(
                        new LinkTable(dynamoDb, environment.require("LINKS_TABLE"), time, random),
                        messages,
                        new CampaignAttributions(campaigns),
                        new ClickedLinkTable(dynamoDb, orders),
                        new NoteReminderClick(messages, reminders)),
                time);
    }
}
