package dev.groundswell.core.campaign;

import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.ZoneId;
import java.util.Currency;

class CampaignsInMemoryTest extends CampaignsContract {

    private final Campaigns campaigns = new CampaignsInMemory();

    @Override
    protected Campaigns campaigns() {
        return campaigns;
    }

    @Override
    protected Store store() {
        return new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));
    }
}
