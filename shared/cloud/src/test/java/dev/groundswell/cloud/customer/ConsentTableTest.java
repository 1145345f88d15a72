package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.Consents;
import dev.groundswell.core.customer.ConsentsContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsentTableTest extends ConsentsContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Orders");
    }

    @Override
    protected Consents consents() {
        return new ConsentTable(aws.clients().dynamoDb(), aws.table("Orders"));
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
