package dev.groundswell.core.message.receipt;

import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Optional;

/** What a provider tells, in whatever form, in our words. */
public sealed interface ProviderEvent {

    /**
     * A message of ours, known by the tags that it went out with.
     *
     * @param store whose it is; empty where it does not say
     */
    record Reported(Optional<StoreId> store, Receipt receipt) implements ProviderEvent {}

    /**
     * A message known only by where it went and by what the provider called it when it took it: SNS gives nothing of ours
     * back.
     *
     * @param at when the provider says this happened
     */
    record Traced(Phone to, String providerMessageId, Outcome outcome, Optional<Bar> bar, Instant at)
            implements ProviderEvent {

        /** Never a number in a log. */
        @Override
        public String toString() {
            return "Traced[" + providerMessageId + "]";
        }

        Receipt receipt(MessageId message) {
            return new Receipt(message, outcome, bar);
        }
    }

    /**
     * Somebody answered by SMS.
     *
     * @param id the provider's of the answer
     */
    record Answered(Phone from, String text, Instant at, String id) implements ProviderEvent {

        /** Never a number or a text in a log. */
        @Override
        public String toString() {
            return "Answered[" + id + "]";
        }
    }

    /**
     * Somebody used the mailbox's own way to unsubscribe.
     *
     * @param message the one that it was used in
     */
    record Unsubscribed(Optional<StoreId> store, MessageId message, Instant at) implements ProviderEvent {}

    /** Nothing that changes anything. */
    record NoNews(String why) implements ProviderEvent {}

    /** It cannot be understood, and would not be at another time. */
    record Unreadable(String why) implements ProviderEvent {}
}
