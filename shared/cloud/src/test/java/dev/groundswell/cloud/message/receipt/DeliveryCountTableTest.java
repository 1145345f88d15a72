package dev.groundswell.cloud.message.receipt;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.message.receipt.DeliveryCounts;
import dev.groundswell.core.message.receipt.DeliveryCountsContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryCountTableTest extends DeliveryCountsContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Channels");
    }

    @Override
    protected DeliveryCounts counts() {
        return new DeliveryCountTable(aws.clients().dynamoDb(), aws.table("Channels"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
