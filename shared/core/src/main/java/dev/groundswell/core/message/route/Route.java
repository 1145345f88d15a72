package dev.groundswell.core.message.route;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.message.provider.Provider;
import java.util.Optional;

/**
 * A provider and what of its paces has to be kept.
 *
 * @param family empty where the provider has no limit of its own for it
 */
record Route(Provider provider, Optional<MailboxFamily> family) {

    static Route of(Provider provider, Address address) {
        return new Route(provider, family(address).filter(provider.limits().byFamily()::containsKey));
    }

    private static Optional<MailboxFamily> family(Address address) {
        return switch (address) {
            case Phone _ -> Optional.empty();
            case Email email -> Optional.of(MailboxFamily.of(email));
        };
    }
}
