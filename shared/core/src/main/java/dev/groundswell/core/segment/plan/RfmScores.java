package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Column;
import java.util.Optional;

/** How recently, how often and for how much a customer bought: 1 to 5 each, 5 the best fifth of those who have paid. */
public record RfmScores(int recency, int frequency, int monetary) {

    static final int MAX = 5;

    /** Empty for a customer who never paid. */
    public static Optional<RfmScores> of(AudienceRow row, RfmBounds bounds) {
        var paidOrders = row.number(Column.PAID_ORDERS);
        var lastPaidAt = row.number(Column.LAST_PAID_AT);
        var spend = row.number(Column.SPEND);
        if (paidOrders == null || paidOrders < 1 || lastPaidAt == null || spend == null) {
            return Optional.empty();
        }
        return Optional.of(new RfmScores(
                RfmBounds.score(bounds.recency(), lastPaidAt),
                RfmBounds.score(bounds.frequency(), paidOrders),
                RfmBounds.score(bounds.monetary(), spend)));
    }

    public RfmSegment segment() {
        return RfmSegment.of(this);
    }
}
