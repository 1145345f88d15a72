package dev.groundswell.remindersweep;

import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.function.FunctionEnvironment;
import dev.groundswell.cloud.link.LinkTable;
import dev.groundswell.cloud.message.MessageTable;
import dev.groundswell.cloud.message.StandingTable;
import dev.groundswell.cloud.message.gateway.ProviderParts;
import dev.groundswell.cloud.message.provider.ProviderTable;
import dev.groundswell.cloud.message.text.MessageSettingsTable;
import dev.groundswell.cloud.reminder.OpenOrderTable;
import dev.groundswell.cloud.reminder.OrderReminderTable;
import dev.groundswell.cloud.reminder.ProfileBuyers;
import dev.groundswell.cloud.reminder.ReminderBatchTable;
import dev.groundswell.cloud.reminder.ReminderStepQueue;
import dev.groundswell.cloud.reminder.ReminderTaskTable;
import dev.groundswell.cloud.reminder.RoundTable;
import dev.groundswell.cloud.reminder.ShardLeaseTable;
import dev.groundswell.cloud.reminder.WakeUpTable;
import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.cloud.wallet.WalletTable;
import dev.groundswell.core.link.RememberedLinkSecrets;
import dev.groundswell.core.link.SignedLinks;
import dev.groundswell.core.message.send.SendMessages;
import dev.groundswell.core.message.send.SettleExpiredClaims;
import dev.groundswell.core.reminder.sweep.ReminderTexts;
import dev.groundswell.core.reminder.sweep.SendReminders;
import dev.groundswell.core.reminder.sweep.SettleReminderBatches;
import dev.groundswell.core.reminder.sweep.SweepShard;
import dev.groundswell.core.reminder.sweep.SweepStore;
import dev.groundswell.core.store.Stores;
import dev.groundswell.core.time.Sleeper;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What sweeps stand on, put together by hand. */
final class ReminderParts {

    private final FunctionEnvironment environment;
    private final RandomGenerator random;
    private final InstantSource time;
    private final DynamoDbClient dynamoDb;
    private final Transactions transactions;

    ReminderParts(FunctionEnvironment environment, RandomGenerator random) {
        this.environment = environment;
        this.random = random;
        this.time = environment.time();
        this.dynamoDb = environment.clients().dynamoDb();
        this.transactions = new Transactions(dynamoDb, Sleeper.system(), random);
    }

    Stores stores() {
        return new StoreTable(dynamoDb, environment.require("STORES_TABLE"));
    }

    ReminderStepQueue queue() {
        return new ReminderStepQueue(environment.clients().sqs(), environment.require("REMINDER_STEPS_QUEUE"));
    }

    SweepStore sweep() {
        var messages = new MessageTable(dynamoDb, environment.require("MESSAGES_TABLE"), transactions);
        var expired = new SettleExpiredClaims(messages, messages, time);
        var ports = ports();
        var sending = new SendReminders(
                ports,
                new SendMessages(messages, messages, new ProviderParts(environment).passages(), time, random),
                environment.require("LINK_ORIGIN"),
                time,
                random);
        var rounds = new RoundTable(dynamoDb, environment.require("REMINDERS_TABLE"));
        var shards = new SweepShard(new SweepShard.Ports(wakeUps(), rounds, messages, ports), sending, expired, time);
        var batches =
                new SettleReminderBatches(ports.batches(), messages, expired, ports.wallets(), ports.providers(), time);
        var leases = new ShardLeaseTable(dynamoDb, environment.require("REMINDERS_TABLE"));
        return new SweepStore(ports.tasks(), shards, batches, leases, time, random);
    }

    private WakeUpTable wakeUps() {
        return new WakeUpTable(dynamoDb, environment.require("REMINDERS_TABLE"));
    }

    private SendReminders.Ports ports() {
        var orders = environment.require("ORDERS_TABLE");
        var reminders = environment.require("REMINDERS_TABLE");
        var channels = environment.require("CHANNELS_TABLE");
        var links = new LinkTable(dynamoDb, environment.require("LINKS_TABLE"), time, random);
        return new SendReminders.Ports(
                new OpenOrderTable(dynamoDb, orders),
                new ProfileBuyers(new CustomerProfileTable(dynamoDb, orders)),
                new OrderReminderTable(dynamoDb, orders, transactions, time),
                new ReminderTaskTable(dynamoDb, reminders),
                new ReminderBatchTable(dynamoDb, reminders),
                new ReminderTexts(),
                new MessageSettingsTable(dynamoDb, channels),
                new ProviderTable(dynamoDb, channels),
                new WalletTable(dynamoDb, environment.require("WALLETS_TABLE"), random),
                new StandingTable(dynamoDb, environment.require("MESSAGES_TABLE")),
                new SignedLinks(new RememberedLinkSecrets(links), links));
    }
}
