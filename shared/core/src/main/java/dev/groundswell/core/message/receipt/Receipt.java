package dev.groundswell.core.message.receipt;

import dev.groundswell.core.message.Bar;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Outcome;
import java.util.Optional;

/**
 * What a provider reports of a message, maybe days later, twice, and after what came later.
 *
 * @param outcome {@link Outcome.Sent}, {@link Outcome.Delivered} or {@link Outcome.Failed}; without the provider's id where the
 *                report does not name it as we do
 * @param bar     what the report means for the address from now on: nothing, mostly
 */
public record Receipt(MessageId message, Outcome outcome, Optional<Bar> bar) {

    /** A report that means nothing for the address. */
    public static Receipt of(MessageId message, Outcome outcome) {
        return new Receipt(message, outcome, Optional.empty());
    }
}
