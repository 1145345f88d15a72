package dev.groundswell.cloud.message.provider;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.message.route.RoutingBooks;
import dev.groundswell.core.message.route.RoutingBooksContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutingTableTest extends RoutingBooksContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Channels");
    }

    @Override
    protected RoutingBooks books() {
        return new RoutingTable(aws.clients().dynamoDb(), aws.table("Channels"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
