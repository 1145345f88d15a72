package dev.groundswell.deliveryreceipts;

import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.receipt.ProviderEvent.Traced;
import dev.groundswell.core.message.receipt.Receipt;
import dev.groundswell.core.message.receipt.TraceReceipt;
import dev.groundswell.core.store.StoreId;
import dev.groundswell.core.store.Stores;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Whose an event is that does not say so: the installation's own store comes first, then the others. */
final class StoresOfEvents {

    private final Stores stores;
    private final StoreId defaultStore;
    private final Messages messages;
    private final TraceReceipt tracing;

    StoresOfEvents(Stores stores, StoreId defaultStore, Messages messages) {
        this.stores = stores;
        this.defaultStore = defaultStore;
        this.messages = messages;
        this.tracing = new TraceReceipt(messages);
    }

    record Found(StoreId store, Receipt receipt) {}

    StoreId of(Optional<StoreId> named) {
        return named.orElse(defaultStore);
    }

    Optional<Found> tracing(Optional<StoreId> named, Traced event) {
        return candidates(named).stream()
                .flatMap(store -> tracing.trace(store, event).map(receipt -> new Found(store, receipt)).stream())
                .findFirst();
    }

    /** Those that ever sent to an address; where none did, the installation's own: the answer is meant for somebody. */
    List<StoreId> sendingTo(Optional<StoreId> named, AddressKey address) {
        if (named.isPresent()) {
            return List.of(named.get());
        }
        var sending = candidates(named).stream()
                .filter(store -> !messages.ofAddress(store, address).isEmpty())
                .toList();
        return sending.isEmpty() ? List.of(defaultStore) : sending;
    }

    private SequencedSet<StoreId> candidates(Optional<StoreId> named) {
        if (named.isPresent()) {
            return new LinkedHashSet<>(List.of(named.get()));
        }
        var all = new LinkedHashSet<StoreId>(List.of(defaultStore));
        stores.each(store -> all.add(store.id()));
        return all;
    }
}
