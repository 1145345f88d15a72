package dev.groundswell.core.message.provider;

import dev.groundswell.core.contact.Address;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.MailboxFamily;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.contact.PhoneCarrier;
import java.util.Set;

/**
 * Someone who sends messages of one channel for a store, as the store has set it up. What it is signed in with is kept apart,
 * see {@link ProviderSecrets}.
 *
 * @param active           whether it is asked at all
 * @param weight           its share of the messages while every provider works, 0 to {@link #MAX_WEIGHT}, against the others'
 *                         shares; 0 is asked only while others fail
 * @param serves           the carriers ({@link PhoneCarrier}) or mailbox families ({@link MailboxFamily}) whose people it
 *                         reaches; empty for all
 * @param pricePerThousand minor units of the store's currency for 1,000 parts or mails, so that a tenth of a cent has a price
 * @param revision         1 when it is new, one more with each change
 */
public record Provider(
        ProviderId id,
        Channel channel,
        ProviderKind kind,
        boolean active,
        int weight,
        Set<String> serves,
        long pricePerThousand,
        PaceLimits limits,
        Sender sender,
        long revision) {

    /** They are read together whenever messages are sent; GOV.UK Notify lives with two. */
    public static final int MAX_PER_STORE = 20;

    public static final int MAX_WEIGHT = 100;

    /** A thousand of anything for ten million of a currency is a slip of the keyboard. */
    public static final long MAX_PRICE_PER_THOUSAND = 1_000_000_000;

    /**
     * Whom messages come from, in the words of the provider. All may be empty.
     *
     * @param identity         a sender id, an origination identity, or a mailbox such as {@code Shop <news@shop.example>}
     * @param configurationSet of SES or End User Messaging: which events come back
     * @param endpoint         where an {@link ProviderKind#HTTP} provider is asked: an https address
     */
    public record Sender(String identity, String configurationSet, String endpoint) {

        public static final Sender NONE = new Sender("", "", "");
    }

    public Provider {
        serves = Set.copyOf(serves);
        if (!kind.serves(channel)) {
            throw new IllegalArgumentException("A provider of kind " + kind + " sends no " + channel + ".");
        }
        if (weight < 0 || weight > MAX_WEIGHT || pricePerThousand < 0 || pricePerThousand > MAX_PRICE_PER_THOUSAND) {
            throw new IllegalArgumentException("Provider " + id + " has a weight of 0 to " + MAX_WEIGHT
                    + " and a price of 0 to " + MAX_PRICE_PER_THOUSAND + ", not " + weight + " and " + pricePerThousand
                    + ".");
        }
    }

    /** Whether it sends to this address at all. A number whose carrier nobody knows is served by those only who serve all. */
    public boolean reaches(Address address) {
        return channel == address.channel() && (serves.isEmpty() || serves.contains(destination(address)));
    }

    /** The carrier's or family's name; empty where a number's carrier is not known. */
    public static String destination(Address address) {
        return switch (address) {
            case Phone phone -> PhoneCarrier.of(phone).orElse("");
            case Email email -> MailboxFamily.of(email).name();
        };
    }
}
