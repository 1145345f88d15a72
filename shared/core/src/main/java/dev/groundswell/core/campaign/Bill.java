package dev.groundswell.core.campaign;

/**
 * What a chunk costs.
 *
 * @param reserved what all its messages may cost at most, in minor units
 * @param parts    that have to be paid for, or may have to be
 * @param payment  how much of it is settled
 */
public record Bill(long reserved, Parts parts, Payment payment) {

    Bill with(Parts changed) {
        return new Bill(reserved, changed, payment);
    }

    Bill paying(Payment changed) {
        return new Bill(reserved, parts, changed);
    }

    /** With the step that is to be done next; as it is, where nothing is to be settled. */
    Payment next(PriceList prices) {
        return payment.next(reserved, prices.of(parts.taken()), prices.atMost(parts.unknown()));
    }

    /** With the last step of all: as if a provider had taken whatever is unknown, at the dearest price. */
    Payment last(PriceList prices) {
        var owed = prices.of(parts.taken()) + prices.atMost(parts.unknown());
        return payment.next(reserved, owed, 0);
    }

    /** Whether all that is known is paid, and all that is not needed is given back. */
    boolean isSettled(PriceList prices) {
        return next(prices).step().isEmpty();
    }
}
