package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.receipt.ProviderEvent.NoNews;
import dev.groundswell.core.message.receipt.ProviderEvent.Unreadable;
import java.time.Instant;
import java.util.Map;

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
        if (SupplierEvents.isReceipt(event)) {
            return SupplierEvents.receipt(event);
        }
        return SupplierEvents.isAnswer(event)
                ? SupplierEvents.answer(event)
                : new NoNews("It is in no form of a provider's events.");
    }
}
