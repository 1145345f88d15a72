package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.segment.freeze.AudienceExports;
import dev.groundswell.core.segment.freeze.FreezeRuns;
import dev.groundswell.core.segment.freeze.FrozenAudiences;
import dev.groundswell.core.segment.freeze.FrozenAudiencesContract;
import dev.groundswell.core.segment.freeze.OpenWork;
import dev.groundswell.core.store.StoreId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class FrozenAudienceTableTest extends FrozenAudiencesContract {

    private static final AtomicInteger STORES = new AtomicInteger();

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final FrozenAudienceTable table =
            new FrozenAudienceTable(aws.clients().dynamoDb(), aws.table("FrozenAudiences"));

    private final StoreId store = new StoreId("store-" + STORES.incrementAndGet());

    @BeforeAll
    static void create() {
        aws.createTables("FrozenAudiences");
    }

    @Override
    protected FrozenAudiences audiences() {
        return table;
    }

    @Override
    protected FreezeRuns runs() {
        return table;
    }

    @Override
    protected AudienceExports exports() {
        return table;
    }

    @Override
    protected OpenWork work() {
        return table;
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
