package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.ReceivedMessages;
import dev.groundswell.core.customer.ReceivedMessagesContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageTimesTableTest extends ReceivedMessagesContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Orders");
    }

    @Override
    protected ReceivedMessages messages() {
        return new MessageTimesTable(aws.clients().dynamoDb(), aws.table("Orders"));
    }

    @Override
    protected BuyerHistories histories() {
        return new BuyerHistoryTable(aws.clients().dynamoDb(), aws.table("Orders"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
