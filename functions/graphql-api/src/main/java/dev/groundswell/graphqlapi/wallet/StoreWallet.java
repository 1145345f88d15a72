package dev.groundswell.graphqlapi.wallet;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.wallet.Wallet;

/** A wallet and whose it is. */
record StoreWallet(Store store, Wallet wallet) {

    Money money(long minorUnits) {
        return new Money(minorUnits, store.currency());
    }
}
