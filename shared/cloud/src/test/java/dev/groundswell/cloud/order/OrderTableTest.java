package dev.groundswell.cloud.order;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.order.OrderListing;
import dev.groundswell.core.order.Orders;
import dev.groundswell.core.order.OrdersContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderTableTest extends OrdersContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());
    private final OrderTable orders =
            new OrderTable(aws.clients().dynamoDb(), aws.table("Orders"), aws.table("OrderBuyers"));

    @BeforeAll
    static void createTables() {
        aws.createTables("Orders", "OrderBuyers");
    }

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected OrderListing listing() {
        return new OrderListingTable(aws.clients().dynamoDb(), aws.table("Orders"), orders);
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
