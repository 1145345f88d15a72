package dev.groundswell.core.reminder.sweep;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.Message;
import dev.groundswell.core.message.MessageState;
import dev.groundswell.core.message.Outcome;
import dev.groundswell.core.message.provider.Provider;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What messages cost, in thousandths of the store's minor unit, so that the price of a thousand is the price of one. At most 200
 * messages of some parts at 10 million of a currency: far below what a long holds.
 *
 * @param byProvider for one part
 * @param dearest    of the providers of the channel
 */
record ReminderPrices(Map<String, Long> byProvider, long dearest) {

    private static final long THOUSAND = 1_000;

    ReminderPrices {
        byProvider = Map.copyOf(byProvider);
    }

    /** @param providers of all channels; those that are not active may have taken what is being settled */
    static ReminderPrices of(Channel channel, Collection<Provider> providers) {
        var ofChannel = providers.stream()
                .filter(provider -> provider.channel() == channel)
                .toList();
        return new ReminderPrices(
                ofChannel.stream()
                        .collect(Collectors.toMap(provider -> provider.id().value(), Provider::pricePerThousand)),
                ofChannel.stream().mapToLong(Provider::pricePerThousand).max().orElse(0));
    }

    /** What so many parts cost by whichever provider, or less. */
    long atMost(int parts) {
        return parts * dearest;
    }

    /** What a provider asks for so many parts; one that is not known any more, as much as the dearest. */
    long of(String provider, int parts) {
        return parts * byProvider.getOrDefault(provider, dearest);
    }

    /** What a message costs for all that is known: nothing while nobody took it. */
    long taken(Message message) {
        var parts = message.facts().parts();
        var takenBy = message.handover()
                .map(Outcome.Sent::provider)
                .or(() -> message.outcome()
                        .filter(Outcome.Delivered.class::isInstance)
                        .flatMap(_ -> message.provider()));
        return takenBy.map(provider -> of(provider, parts)).orElse(0L);
    }

    /** What is paid for it: what is unknown is paid for too, since a provider bills what it took. */
    long paid(Message message) {
        return message.state() == MessageState.UNKNOWN ? atMost(message.facts().parts()) : taken(message);
    }

    static long wholeUnits(long thousandths) {
        return Math.ceilDiv(thousandths, THOUSAND);
    }
}
