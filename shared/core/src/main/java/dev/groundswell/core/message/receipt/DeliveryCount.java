package dev.groundswell.core.message.receipt;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * How many messages came to an end, of those that one provider took to one destination.
 *
 * @param provider    its id; empty where it is not known
 * @param destination a carrier's name or a mailbox family's; empty where a number's carrier is not known
 * @param delivered   reached the person, as far as the provider can tell
 * @param failed      did not, also where the provider had said otherwise before
 */
public record DeliveryCount(String provider, String destination, long delivered, long failed) {

    /** One for each provider and destination. */
    public static Collection<DeliveryCount> sums(Collection<DeliveryCount> counts) {
        var sums = new HashMap<List<String>, DeliveryCount>();
        counts.forEach(count -> sums.merge(List.of(count.provider(), count.destination()), count, DeliveryCount::plus));
        return List.copyOf(sums.values());
    }

    /** The same provider's and destination's, counted by somebody else. */
    DeliveryCount plus(DeliveryCount other) {
        return new DeliveryCount(provider, destination, delivered + other.delivered, failed + other.failed);
    }
}
