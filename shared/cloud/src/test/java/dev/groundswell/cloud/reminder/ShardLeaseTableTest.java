package dev.groundswell.cloud.reminder;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.reminder.sweep.ShardLeases;
import dev.groundswell.core.reminder.sweep.ShardLeasesContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShardLeaseTableTest extends ShardLeasesContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Reminders");
    }

    @Override
    protected ShardLeases leases() {
        return new ShardLeaseTable(aws.clients().dynamoDb(), aws.table("Reminders"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
