package dev.groundswell.graphqlapi.wallet;

import dev.groundswell.core.money.Money;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.wallet.LedgerEntry;

/** A movement and whose it is. */
record StoreEntry(Store store, LedgerEntry entry) {

    Money money(long minorUnits) {
        return new Money(minorUnits, store.currency());
    }
}
