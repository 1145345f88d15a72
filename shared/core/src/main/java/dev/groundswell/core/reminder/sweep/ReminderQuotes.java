package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.link.ShortLink;
import dev.groundswell.core.message.provider.Provider;
import dev.groundswell.core.message.text.MessageSettings;
import dev.groundswell.core.order.Order;
import dev.groundswell.core.reminder.BuyerFacts;
import dev.groundswell.core.reminder.ReminderAddress;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Wanted;
import dev.groundswell.core.reminder.sweep.ReminderWriter.Written;
import dev.groundswell.core.reminder.task.Judgement;
import dev.groundswell.core.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What reminders would say, without sending them.
 *
 * @param origin of short links, for stores without a domain of their own
 */
public record ReminderQuotes(Store store, ReminderWriter writer, MessageSettings settings, String origin) {

    /** As long as links are; which ones does not matter to the length. */
    private static final String A_LINK = ShortLink.PATH + "0123456789";

    private static final long THOUSAND = 1_000;

    public Written quote(Judgement.Now wanted, Order order, BuyerFacts buyer, Instant now) {
        return switch (ReminderAddress.of(order, wanted.task().texts().channel())) {
            case ReminderAddress.Lacking(var reason) -> new Written.Nothing(reason);
            case ReminderAddress.Known(var address) ->
                writer.write(
                        store,
                        new Wanted(
                                wanted.task(),
                                wanted.ordinal(),
                                order,
                                buyer,
                                address,
                                link(order),
                                settings.frame(),
                                now));
        };
    }

    private Optional<String> link(Order order) {
        var domain = settings.linkDomain();
        return Optional.ofNullable(order.paymentUrl())
                .map(_ -> (domain == null ? origin : "https://" + domain) + A_LINK);
    }

    /** What so many parts cost in minor units, at the dearest active provider's price. */
    public static long cost(Channel channel, long parts, Collection<Provider> providers) {
        var dearest = providers.stream()
                .filter(provider -> provider.active() && provider.channel() == channel)
                .mapToLong(Provider::pricePerThousand)
                .max()
                .orElse(0);
        return Math.ceilDiv(parts * dearest, THOUSAND);
    }
}
