package dev.groundswell.cloud.segment;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.segment.Segments;
import dev.groundswell.core.segment.SegmentsContract;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class SegmentTableTest extends SegmentsContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Segments");
    }

    @Override
    protected Segments segments() {
        return new SegmentTable(aws.clients().dynamoDb(), aws.table("Segments"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
