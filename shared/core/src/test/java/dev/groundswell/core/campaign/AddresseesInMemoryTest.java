package dev.groundswell.core.campaign;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.Standings;
import dev.groundswell.core.message.StandingsInMemory;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class AddresseesInMemoryTest extends AddresseesContract {

    private final Map<BuyerId, CustomerProfile> profiles = new HashMap<>();
    private final StandingsInMemory standings = new StandingsInMemory();

    @Override
    protected Addressees addressees() {
        return new AddresseesInMemory(buyer -> Optional.ofNullable(profiles.get(buyer)), standings);
    }

    @Override
    protected Standings standings() {
        return standings;
    }

    @Override
    protected void keep(CustomerProfile profile) {
        profiles.put(profile.id(), profile);
    }

    @Override
    protected Store store() {
        return CampaignDesk.STORE;
    }
}
