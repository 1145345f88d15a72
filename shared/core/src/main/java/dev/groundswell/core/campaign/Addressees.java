package dev.groundswell.core.campaign;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.customer.Consent;
import dev.groundswell.core.customer.CustomerProfile;
import dev.groundswell.core.message.Draft;
import dev.groundswell.core.message.MessageId;
import dev.groundswell.core.message.Standing;
import dev.groundswell.core.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those whom messages are addressed to, as they are at the last moment: as little of them as decides whether one may go. */
public interface Addressees {

    /** Read after every write that has ended; one for each draft. */
    Map<MessageId, Addressee> read(StoreId store, Collection<Draft> drafts);

    /**
     * Of a draft.
     *
     * @param person   empty if the customer is not known any more
     * @param standing of the address
     */
    record Addressee(Optional<Person> person, Standing standing) {}

    /**
     * A customer.
     *
     * @param lastPaidAt empty if no order was ever paid
     */
    record Person(List<Consent> consents, Optional<Instant> lastPaidAt) {

        public Person {
            consents = List.copyOf(consents);
        }

        public static Person of(CustomerProfile profile) {
            return new Person(profile.consents(), Optional.ofNullable(profile.lastPaidAt()));
        }

        /** What was said of messages by a channel; nothing, mostly. */
        Optional<Consent> consent(Channel channel) {
            return consents.stream()
                    .filter(consent -> consent.channel() == channel)
                    .findFirst();
        }
    }
}
