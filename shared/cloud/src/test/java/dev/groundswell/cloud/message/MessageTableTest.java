package dev.groundswell.cloud.message;

import dev.groundswell.cloud.dynamodb.Transactions;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.MessagesContract;
import dev.groundswell.core.message.send.Claims;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.time.Sleeper;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageTableTest extends MessagesContract {

    private static final AtomicInteger STORES = new AtomicInteger();

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final MessageTable table = new MessageTable(
            aws.clients().dynamoDb(),
            aws.table("Messages"),
            new Transactions(aws.clients().dynamoDb(), Sleeper.system(), new Random(1)));

    private final StoreId store = new StoreId("store-" + STORES.incrementAndGet());

    @BeforeAll
    static void create() {
        aws.createTables("Messages");
    }

    @Override
    protected Messages messages() {
        return table;
    }

    @Override
    protected Claims claims() {
        return table;
    }

    @Override
    protected StoreId store() {
        return store;
    }
}
