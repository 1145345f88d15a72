package dev.groundswell.graphqlapi.message.provider;

import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.money.Money;
import dev.groundswell.core.store.Store;

/**
 * A provider, whose it is and how it fares.
 *
 * @param weightPercent how much of its weight it has at present
 */
record StoreProvider(Store store, Provider provider, int weightPercent) {

    Money price() {
        return new Money(provider.pricePerThousand(), store.currency());
    }
}
