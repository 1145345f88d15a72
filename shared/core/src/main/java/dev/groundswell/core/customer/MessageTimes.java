package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.link.ClickedLink;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When messages came to a person by a channel, as far as is known.
 *
 * @param lastReceivedAt of the last day of the store's zone on which one came, the first
 * @param lastClickedAt  the last click in one; tells of no receipt, for the person may have had the link from elsewhere
 */
public record MessageTimes(
        Channel channel,
        @Nullable Instant lastReceivedAt,
        @Nullable Instant lastClickedAt) {

    /** One for each channel, in the channels' order: these, and the clicks on these links. */
    static List<MessageTimes> with(Collection<ClickedLink> clicks, Collection<MessageTimes> times) {
        var byChannel = new EnumMap<Channel, MessageTimes>(Channel.class);
        Stream.concat(
                        times.stream(),
                        clicks.stream().map(link -> new MessageTimes(link.channel(), null, link.lastAt())))
                .forEach(one -> byChannel.merge(one.channel(), one, MessageTimes::and));
        return List.copyOf(byChannel.values());
    }

    private MessageTimes and(MessageTimes other) {
        return new MessageTimes(
                channel, later(lastReceivedAt, other.lastReceivedAt), later(lastClickedAt, other.lastClickedAt));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
