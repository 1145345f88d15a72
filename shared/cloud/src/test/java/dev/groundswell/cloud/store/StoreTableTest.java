package dev.groundswell.cloud.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreTableTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreTable stores = new StoreTable(aws.clients().dynamoDb(), aws.table("Stores"));

    @BeforeAll
    static void createTables() {
        aws.createTables("Stores");
    }

    @Test
    void aSavedStoreIsFoundWithAllItsSettings() {
        var store = new Store(new StoreId("demo"), "Demo 旗舰店", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
        stores.save(store);

        assertThat(stores.find(store.id())).contains(store);
    }

    @Test
    void anUnknownStoreIsMissing() {
        assertThat(stores.find(new StoreId("nowhere"))).isEmpty();
    }
}
