package dev.groundswell.cloud.message.text;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.message.text.MessageSettingsContract;
import dev.groundswell.core.message.text.MessageSettingsStore;
import dev.groundswell.core.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageSettingsTableTest extends MessageSettingsContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Channels");
    }

    @Override
    protected MessageSettingsStore settings() {
        return new MessageSettingsTable(aws.clients().dynamoDb(), aws.table("Channels"));
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
