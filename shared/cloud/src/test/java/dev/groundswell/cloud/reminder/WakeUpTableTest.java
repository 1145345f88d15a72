package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.WakeUpsContract;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class WakeUpTableTest extends WakeUpsContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Reminders");
    }

    @Override
    protected WakeUps wakeUps() {
        var client = aws.clients().dynamoDb();
        return new WakeUpTable(
                client,
                aws.table("Reminders"),
                new Transactions(client, Sleeper.system(), RandomGenerator.getDefault()));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
