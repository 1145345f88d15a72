package dev.groundswell.core.message.text;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store decides about its messages.
 *
 * @param signature       who an SMS is from, without brackets, 2 to 12 characters; null for none
 * @param wayOut          what stands behind a marketing SMS; empty for nothing
 * @param messagesADay    of all campaigns and reminders together, to one address in one day of the store; empty for any number
 * @param hours           at most one for a channel and kind; without one, messages go out at any time
 * @param consentRequired channels by which only those get marketing who said yes; by others, all but those who said no
 * @param testRequired    whether a campaign is sent to test addresses before it can be scheduled
 * @param linkDomain      the host name of short links, e.g. {@code t.example.com}; null for the product's own address
 * @param lowBalance      warned is below this, in minor units
 * @param revision        how often they were saved; 0 for what the product says
 */
public record MessageSettings(
        @Nullable String signature,
        String wayOut,
        WordLists words,
        OptionalInt messagesADay,
        List<SendingHours> hours,
        Set<Channel> consentRequired,
        boolean testRequired,
        @Nullable String linkDomain,
        PeakHours peaks,
        long lowBalance,
        long revision) {

    /** As carriers in China ask for. */
    public static final String WAY_OUT_IN_CHINA = "拒收请回复R";

    /** As a store has them that saved none. Marketing by SMS goes out at the hours that carriers in China take it. */
    public static final MessageSettings OF_THE_PRODUCT = new MessageSettings(
            null,
            WAY_OUT_IN_CHINA,
            WordLists.OF_THE_PRODUCT,
            OptionalInt.empty(),
            List.of(new SendingHours(
                    Channel.SMS,
                    MessageKind.MARKETING,
                    LocalTime.of(8, 0),
                    LocalTime.of(21, 0),
                    SendingHours.Outside.WAIT)),
            Set.of(),
            false,
            null,
            PeakHours.NONE,
            0,
            0);

    public MessageSettings {
        hours = List.copyOf(hours);
        consentRequired = Set.copyOf(consentRequired);
    }

    public SmsFrame frame() {
        return new SmsFrame(signature, wayOut);
    }

    /** Empty where messages go out at any time. */
    public Optional<SendingHours> hours(Channel channel, MessageKind kind) {
        return hours.stream()
                .filter(each -> each.channel() == channel && each.kind() == kind)
                .findFirst();
    }
}
