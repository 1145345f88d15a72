package dev.groundswell.cloud.customer;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.customer.BuyerHistories;
import dev.groundswell.core.customer.ClickedLinksContract;
import dev.groundswell.core.link.ClickedLinks;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClickedLinkTableTest extends ClickedLinksContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Orders");
    }

    @Override
    protected ClickedLinks links() {
        return new ClickedLinkTable(aws.clients().dynamoDb(), aws.table("Orders"));
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
