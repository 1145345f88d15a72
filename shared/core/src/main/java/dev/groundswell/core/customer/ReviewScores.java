package dev.groundswell.core.customer;

import dev.groundswell.core.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer's reviews say. One without a score is not counted.
 *
 * @param count    of orders that were given a score
 * @param average  in hundredths, rounded half up: 425 is 4.25; absent without a score
 * @param lastScore 1 (worst) to 5, of the review given last; absent without a score
 */
public record ReviewScores(
        int count, @Nullable Integer average, @Nullable Integer lastScore) {

    public static final ReviewScores NONE = new ReviewScores(0, null, null);

    private static final int HUNDREDTHS = 100;

    /** One review. */
    private record Scored(int score, Instant at) {}

    /** @param latestFirst of two reviews given at the same time, that of the first order counts as the last */
    static ReviewScores of(Collection<Order> latestFirst) {
        var scored = latestFirst.stream()
                .map(ReviewScores::scored)
                .filter(Objects::nonNull)
                .toList();
        if (scored.isEmpty()) {
            return NONE;
        }
        var sum = scored.stream().mapToLong(Scored::score).sum();
        var average = BigDecimal.valueOf(sum * HUNDREDTHS)
                .divide(BigDecimal.valueOf(scored.size()), 0, RoundingMode.HALF_UP)
                .intValueExact();
        var last = scored.stream()
                .max(Comparator.comparing(Scored::at))
                .map(Scored::score)
                .orElseThrow();
        return new ReviewScores(scored.size(), average, last);
    }

    /** A review whose source does not say when counts from its order's placing. */
    private static @Nullable Scored scored(Order order) {
        var review = order.review();
        if (review == null || review.score() == null) {
            return null;
        }
        return new Scored(
                review.score(),
                Objects.requireNonNullElse(review.at(), order.times().orderedAt()));
    }
}
