package dev.groundswell.bench.system;

import dev.groundswell.cloud.store.StoreTable;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.local.LocalSystem;
import dev.groundswell.local.template.Template;
import java.time.ZoneId;
import java.util.Currency;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The one store of all benches. */
public final class BenchStore {

    /** The secret with which the bench's webhook signs. */
    public static final String WEBHOOK_SECRET = "bench-secret";

    public static final Store STORE =
            new Store(new StoreId(LocalSystem.STORE), "Bench", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    private BenchStore() {}

    /** Enters the store in the tables of a template. */
    public static void saveIn(Template template, DynamoDbClient client) {
        new StoreTable(client, FreshTables.name(template, "Stores")).save(STORE);
    }
}
