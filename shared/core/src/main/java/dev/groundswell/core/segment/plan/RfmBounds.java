package dev.groundswell.core.segment.plan;

import java.util.List;

/**
 * Where the five scores of recency, frequency and monetary value begin: a score is 1 and one more for each bound that is
 * reached. Quintiles of those who have paid, each bound one unit (a day, an order, a major unit of money) beyond the quantile;
 * none where nobody has paid.
 *
 * @param recency   of the last payment, in seconds since 1970; ascending, as are all
 * @param frequency of the paid orders
 * @param monetary  of the spend, in minor units
 */
public record RfmBounds(List<Long> recency, List<Long> frequency, List<Long> monetary) {

    public static final RfmBounds NONE = new RfmBounds(List.of(), List.of(), List.of());

    public RfmBounds {
        recency = List.copyOf(recency);
        frequency = List.copyOf(frequency);
        monetary = List.copyOf(monetary);
    }

    static int score(List<Long> bounds, long value) {
        var score = 1;
        for (var bound : bounds) {
            score += bound <= value ? 1 : 0;
        }
        return score;
    }
}
