package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.ExclusionReason;

/** Whether a channel reaches a customer, as far as the address and the customer's word tell; limits are another matter. */
public sealed interface Reach {

    /** @param address E.164, or an e-mail address */
    record Reachable(String address) implements Reach {

        /** Never an address in a log. */
        @Override
        public String toString() {
            return "Reachable[…]";
        }
    }

    /**
     * @param reason {@link ExclusionReason#UNSUBSCRIBED}, whatever the address, {@link ExclusionReason#NO_ADDRESS} or
     *               {@link ExclusionReason#INVALID_ADDRESS}
     */
    record Unreachable(ExclusionReason reason) implements Reach {}

    static Reach of(CustomerProfile customer, Channel channel) {
        if (customer.consent(channel).map(Consent::isWithdrawn).orElse(false)) {
            return new Unreachable(ExclusionReason.UNSUBSCRIBED);
        }
        return switch (channel) {
            case SMS -> {
                var phone = customer.phone();
                yield phone == null ? unreachable(customer.hasUnreadablePhone()) : new Reachable(phone.e164());
            }
            case EMAIL -> {
                var email = customer.email();
                yield email == null ? unreachable(customer.hasUnreadableEmail()) : new Reachable(email.address());
            }
        };
    }

    private static Unreachable unreachable(boolean written) {
        return new Unreachable(written ? ExclusionReason.INVALID_ADDRESS : ExclusionReason.NO_ADDRESS);
    }
}
