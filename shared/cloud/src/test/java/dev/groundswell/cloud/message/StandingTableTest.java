package dev.groundswell.cloud.message;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.message.StandingsContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingTableTest extends StandingsContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Messages");
    }

    @Override
    protected Standings standings() {
        return new StandingTable(aws.clients().dynamoDb(), aws.table("Messages"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
