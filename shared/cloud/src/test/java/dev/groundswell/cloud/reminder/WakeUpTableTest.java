package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.reminder.WakeUps;
import dev.groundswell.core.reminder.WakeUpsContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
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
        return new WakeUpTable(aws.clients().dynamoDb(), aws.table("Reminders"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
