package dev.groundswell.core.message.provider;

import dev.groundswell.core.contact.Channel;
import java.util.EnumSet;
import java.util.Set;

/** How a provider is asked. */
public enum ProviderKind {
    /** Amazon SNS, {@code Publish} to a number. */
    SNS(Channel.SMS),
    /** AWS End User Messaging SMS, {@code SendTextMessage}. */
    END_USER_MESSAGING(Channel.SMS),
    /** A supplier of the merchant's own, by a signed request: docs/how-to/providers.md. */
    HTTP(Channel.SMS),
    /** Amazon SES, {@code SendBulkEmail}. */
    SES(Channel.EMAIL),
    /** The simulator of local runs, which reaches nobody. */
    SIMULATOR(Channel.SMS, Channel.EMAIL);

    // Never changed after the constructor.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Channel> channels;

    ProviderKind(Channel first, Channel... more) {
        this.channels = EnumSet.of(first, more);
    }

    public boolean serves(Channel channel) {
        return channels.contains(channel);
    }
}
