package dev.groundswell.core.reminder;

import java.time.Instant;
import java.util.Optional;

/**
 * What a reminder has to know of a buyer beyond the order.
 *
 * @param name        as the source wrote it
 * @param firstPaidAt when the buyer first paid an order of the store; a buyer is new until then
 * @param lastPaidAt  and last
 */
public record BuyerFacts(Optional<String> name, Optional<Instant> firstPaidAt, Optional<Instant> lastPaidAt) {

    public static final BuyerFacts UNKNOWN = new BuyerFacts(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isReturning() {
        return firstPaidAt.isPresent();
    }
}
