package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.reminder.Reminders;
import dev.groundswell.core.reminder.RemindersContract;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderReminderTableTest extends RemindersContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Orders");
    }

    @Override
    protected Reminders reminders() {
        var client = aws.clients().dynamoDb();
        return new OrderReminderTable(
                client,
                aws.table("Orders"),
                new Transactions(client, Sleeper.system(), RandomGenerator.getDefault()),
                InstantSource.system());
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
