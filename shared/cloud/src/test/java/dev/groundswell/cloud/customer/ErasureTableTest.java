package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.order.BuyerPartitions;
import dev.groundswell.cloud.order.OrderTable;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.Erasures;
import dev.groundswell.core.customer.ErasuresContract;
import dev.groundswell.core.order.OrderContacts;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErasureTableTest extends ErasuresContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Orders", "OrderBuyers");
    }

    @Override
    protected Erasures erasures() {
        return new ErasureTable(aws.clients().dynamoDb(), aws.table("Orders"));
    }

    @Override
    protected BuyerHistories histories() {
        return new BuyerHistoryTable(aws.clients().dynamoDb(), aws.table("Orders"));
    }

    @Override
    protected Orders orders() {
        return new OrderTable(aws.clients().dynamoDb(), aws.table("Orders"), aws.table("OrderBuyers"));
    }

    @Override
    protected OrderContacts contacts() {
        return new BuyerPartitions(aws.clients().dynamoDb(), aws.table("Orders"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
