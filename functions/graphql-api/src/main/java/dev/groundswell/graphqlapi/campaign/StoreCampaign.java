package dev.groundswell.graphqlapi.campaign;

import dev.groundswell.core.campaign.Campaign;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A campaign and whose it is: its times are the store's, and its money is of the store's currency. */
record StoreCampaign(Store store, Campaign campaign) {

    @Nullable
    Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(store.zone()).toInstant();
    }

    Money money(long minorUnits) {
        return new Money(minorUnits, store.currency());
    }
}
