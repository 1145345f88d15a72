package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.ProviderId;
import java.util.Optional;

/**
 * What a provider reports of a message, maybe days later, twice, and after what came later.
 *
 * @param outcome {@link Outcome.Sent}, {@link Outcome.Delivered} or {@link Outcome.Failed}; without the provider's id where the
 *                report does not name it as we do
 * @param bar     what the report means for the address from now on: nothing, mostly
 * @param signer  who signed it, where that was a supplier of the store's: it settles messages that this one was asked to send
 */
public record Receipt(MessageId message, Outcome outcome, Optional<Bar> bar, Optional<ProviderId> signer) {

    /** A report that came from AWS by a way that nobody else can use. */
    public Receipt(MessageId message, Outcome outcome, Optional<Bar> bar) {
        this(message, outcome, bar, Optional.empty());
    }

    /** A report that means nothing for the address. */
    public static Receipt of(MessageId message, Outcome outcome) {
        return new Receipt(message, outcome, Optional.empty());
    }

    /** Whether whoever signed it may speak of the message: not of one that somebody else was asked to send. */
    boolean maySettle(Message known) {
        return known.provider()
                .flatMap(asked -> signer.map(ProviderId::value).map(asked::equals))
                .orElse(true);
    }
}
