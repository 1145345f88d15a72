package dev.groundswell.cloud.link;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.link.LinkHosts;
import dev.groundswell.core.link.LinkSecrets;
import dev.groundswell.core.link.Links;
import dev.groundswell.core.link.LinksContract;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkTableTest extends LinksContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Links");
    }

    private static LinkTable table() {
        return new LinkTable(
                aws.clients().dynamoDb(),
                aws.table("Links"),
                InstantSource.fixed(Instant.parse("2026-11-11T00:00:00Z")),
                RandomGenerator.getDefault());
    }

    @Override
    protected Links links() {
        return table();
    }

    @Override
    protected LinkSecrets secrets() {
        return table();
    }

    @Override
    protected LinkHosts hosts() {
        return table();
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
