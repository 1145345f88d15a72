package dev.groundswell.core.message.send;

import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.provider.Answer;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The way out to the providers, at their pace. */
@FunctionalInterface
public interface Passages {

    /**
     * Chooses a provider for each draft, and leases pace for as many of them, in their order, as can go before {@code until}.
     * What is leased and not used is lost.
     *
     * @param drafts of one channel
     */
    Passage open(Store store, Urgency urgency, List<Draft> drafts, Instant until);

    /** So many may go now. */
    interface Passage {

        /** None where the pace is all in use, or no provider is working; then a later try may do. */
        List<Draft> admitted();

        /**
         * Asks the providers, spaced by the messages' parts. Where a provider {@linkplain Answer.NotTaken takes none}, another
         * one is asked, if its pace allows.
         *
         * @param drafts some of those admitted
         * @return one for each; {@link Answer.NotTaken} also where the time was over before it was its turn
         */
        Map<MessageId, Routed> send(Collection<Draft> drafts);
    }

    /** @param provider the id of the one that answered last; empty where none was asked */
    record Routed(Answer answer, String provider) {}
}
