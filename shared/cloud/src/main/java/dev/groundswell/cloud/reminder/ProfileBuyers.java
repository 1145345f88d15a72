package dev.groundswell.cloud.reminder;

import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.customer.ProfileVersions;
import dev.groundswell.core.order.BuyerId;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.Buyers;
import dev.groundswell.core.store.StoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What reminders have to know of buyers, from their profiles. */
public final class ProfileBuyers implements Buyers {

    private final ProfileVersions profiles;

    public ProfileBuyers(ProfileVersions profiles) {
        this.profiles = profiles;
    }

    @Override
    public Map<BuyerId, BuyerFacts> read(StoreId store, Collection<BuyerId> buyers) {
        var facts = new HashMap<BuyerId, BuyerFacts>();
        profiles.read(store, buyers).forEach((buyer, stored) -> facts.put(buyer, facts(stored.profile())));
        return facts;
    }

    private static BuyerFacts facts(CustomerProfile profile) {
        return new BuyerFacts(
                Optional.ofNullable(profile.name()),
                Optional.ofNullable(profile.firstPaidAt()),
                Optional.ofNullable(profile.lastPaidAt()));
    }
}
