package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.AddressKey;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.Messages;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.receipt.ProviderEvent.Traced;
import dev.groundswell.core.store.StoreId;
import java.util.Optional;

/** Finds the message that a provider knows by its own id only, among those to the number: so no index has to be written for it. */
public final class TraceReceipt {

    private final Messages messages;

    public TraceReceipt(Messages messages) {
        this.messages = messages;
    }

    /** Empty if it is none of the store's, or if who sent it has not written down yet what the provider called it. */
    public Optional<Receipt> trace(StoreId store, Traced event) {
        return messages.ofAddress(store, AddressKey.of(event.to())).stream()
                .filter(message -> isHandedOverAs(message, event.providerMessageId()))
                .map(message -> event.receipt(message.id()))
                .findFirst();
    }

    private static boolean isHandedOverAs(Message message, String providerMessageId) {
        return message.handover()
                .map(Outcome.Sent::providerMessageId)
                .filter(providerMessageId::equals)
                .isPresent();
    }
}
