package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.provider.ProviderId;
import dev.groundswell.core.message.receipt.ProviderEvent.NoNews;
import dev.groundswell.core.message.receipt.ProviderEvent.Unreadable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells by its fields whose event an object is, and reads it. */
public final class ProviderEventReader {

    /**
     * Never throws.
     *
     * @param values  as any JSON reader gives them
     * @param takenAt when the event came in, for those that do not say when they happened
     */
    public ProviderEvent read(Map<String, ?> values, Instant takenAt) {
        try {
            return read(new EventFields(values), takenAt);
        } catch (IllegalArgumentException unreadable) {
            return new Unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    /**
     * What a supplier of a store's signed, which may be in no other form than a supplier's. Never throws.
     *
     * @param values as any JSON reader gives them
     */
    public ProviderEvent readSigned(Map<String, ?> values, ProviderId signer) {
        try {
            return suppliers(new EventFields(values), Optional.of(signer));
        } catch (IllegalArgumentException unreadable) {
            return new Unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    private static ProviderEvent read(EventFields event, Instant takenAt) {
        if (SesEvents.isOne(event)) {
            return SesEvents.read(event);
        }
        if (EndUserMessagingEvents.isOne(event)) {
            return EndUserMessagingEvents.read(event);
        }
        if (SnsSmsLogs.isOne(event)) {
            return SnsSmsLogs.read(event);
        }
        if (InboundSms.isOne(event)) {
            return InboundSms.read(event, takenAt);
        }
        return suppliers(event, Optional.empty());
    }

    private static ProviderEvent suppliers(EventFields event, Optional<ProviderId> signer) {
        if (SupplierEvents.isReceipt(event)) {
            return SupplierEvents.receipt(event, signer);
        }
        return SupplierEvents.isAnswer(event)
                ? SupplierEvents.answer(event)
                : new NoNews("It is in no form of a provider's events.");
    }
}
