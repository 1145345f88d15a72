package dev.groundswell.deliveryreceipts;

import dev.groundswell.cloud.message.receipt.DeliveryEventQueue.Click;
import dev.groundswell.core.message.receipt.ProviderEvent;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Optional;

/** One thing that a message of the queue tells. */
sealed interface Told {

    /** The queue's message that it came in. */
    String message();

    /** @param store that the message names; empty if it names none */
    record ByProvider(String message, Optional<StoreId> store, ProviderEvent event, Instant takenAt) implements Told {}

    record Clicked(String message, StoreId store, Click click) implements Told {}
}
