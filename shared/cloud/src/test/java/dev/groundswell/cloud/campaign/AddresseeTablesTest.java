package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.customer.CustomerProfileTable;
import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.cloud.message.StandingTable;
import dev.groundswell.core.campaign.Addressees;
import dev.groundswell.core.campaign.AddresseesContract;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class AddresseeTablesTest extends AddresseesContract {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final Store store = new Store(
            new StoreId(UUID.randomUUID().toString()), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    @BeforeAll
    static void createTables() {
        aws.createTables("Orders", "Messages");
    }

    @Override
    protected Addressees addressees() {
        return new AddresseeTables(aws.clients().dynamoDb(), aws.table("Orders"), aws.table("Messages"));
    }

    @Override
    protected Standings standings() {
        return new StandingTable(aws.clients().dynamoDb(), aws.table("Messages"));
    }

    @Override
    protected void keep(CustomerProfile profile) {
        var item = new HashMap<>(CustomerProfileTable.key(store.id(), profile.id()));
        item.putAll(CustomerProfileTable.attributes(profile, 1));
        aws.clients()
                .dynamoDb()
                .putItem(put -> put.tableName(aws.table("Orders")).item(item));
    }

    @Override
    protected Store store() {
        return store;
    }
}
