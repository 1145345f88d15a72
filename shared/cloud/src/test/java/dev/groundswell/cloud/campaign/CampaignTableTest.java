package dev.groundswell.cloud.campaign;

import dev.groundswell.cloud.endpoint.AwsEndpoint;
import dev.groundswell.core.campaign.CampaignChunks;
import dev.groundswell.core.campaign.CampaignChunksContract;
import dev.groundswell.core.campaign.Campaigns;
import dev.groundswell.core.campaign.CampaignsContract;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class CampaignTableTest {

    @RegisterExtension
    static final AwsEndpoint aws = new AwsEndpoint();

    private final StoreId store = new StoreId(UUID.randomUUID().toString());

    @BeforeAll
    static void createTables() {
        aws.createTables("Campaigns");
    }

    private static CampaignTable table() {
        return new CampaignTable(aws.clients().dynamoDb(), aws.table("Campaigns"));
    }

    @Nested
    class OfCampaigns extends CampaignsContract {

        @Override
        protected Campaigns campaigns() {
            return table();
        }

        @Override
        protected Store store() {
            return new Store(store, "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
        }
    }

    @Nested
    class OfChunks extends CampaignChunksContract {

        @Override
        protected CampaignChunks chunks() {
            return table();
        }

        @Override
        protected StoreId store() {
            return store;
        }
    }
}
