package dev.groundswell.core.message.pace;

import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.message.provider.ProviderId;
import java.util.Optional;

/**
 * Which pace: a provider's, or a provider's to the mailboxes of one family.
 *
 * @param family empty for the provider's own
 */
public record PaceKey(ProviderId provider, Optional<MailboxFamily> family) {

    public static PaceKey of(ProviderId provider) {
        return new PaceKey(provider, Optional.empty());
    }

    public static PaceKey of(ProviderId provider, MailboxFamily family) {
        return new PaceKey(provider, Optional.of(family));
    }

    @Override
    public String toString() {
        return provider + family.map(name -> "#" + name).orElse("");
    }
}
