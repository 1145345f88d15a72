package dev.groundswell.core.segment.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * Quantiles of whole numbers as R computes them by default (type 7): between two numbers of the sorted list, in proportion.
 * They are exact, since a twentieth of a place has two decimals at most.
 *
 * @param twentieths at 0, 5, … 100 %; none of an empty list
 */
public record Quantiles(List<BigDecimal> twentieths) {

    private static final int STEPS = 20;
    private static final int PERCENT_A_STEP = 100 / STEPS;

    public static final Quantiles NONE = new Quantiles(List.of());

    public Quantiles {
        twentieths = List.copyOf(twentieths);
    }

    static Quantiles of(long[] numbers) {
        return of(numbers, LongUnaryOperator.identity());
    }

    /** @param scale what the numbers are measured in; must not change their order */
    static Quantiles of(long[] numbers, LongUnaryOperator scale) {
        if (numbers.length == 0) {
            return NONE;
        }
        var places = IntStream.rangeClosed(0, STEPS)
                .flatMap(step -> IntStream.of(place(numbers, step), nextPlace(numbers, step)))
                .toArray();
        var found = OrderStatistics.at(numbers, places);
        return new Quantiles(IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> between(
                        scale.applyAsLong(found[2 * step]),
                        scale.applyAsLong(found[2 * step + 1]),
                        rest(numbers, step)))
                .toList());
    }

    public boolean isEmpty() {
        return twentieths.isEmpty();
    }

    /**
     * So many percent of the numbers are at most as great; 0 if there are none.
     *
     * @param percent a multiple of 5, from 0 to 100
     */
    public BigDecimal at(int percent) {
        if (percent % PERCENT_A_STEP != 0 || percent < 0 || percent > 100) {
            throw new IllegalArgumentException("Quantiles are known at 0, 5, … 100 %, not at " + percent + ".");
        }
        return isEmpty() ? BigDecimal.ZERO : twentieths.get(percent / PERCENT_A_STEP);
    }

    /** The same as a whole number, rounded half up. */
    public long rounded(int percent) {
        return at(percent).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static int place(long[] numbers, int step) {
        return (int) ((numbers.length - 1L) * step / STEPS);
    }

    private static int nextPlace(long[] numbers, int step) {
        return Math.min(place(numbers, step) + 1, numbers.length - 1);
    }

    /** How far the quantile is on its way to the next number, in twentieths. */
    private static int rest(long[] numbers, int step) {
        return (int) ((numbers.length - 1L) * step % STEPS);
    }

    private static BigDecimal between(long low, long high, int rest) {
        var way = BigDecimal.valueOf(high).subtract(BigDecimal.valueOf(low));
        return BigDecimal.valueOf(low)
                .add(way.multiply(BigDecimal.valueOf(rest)).divide(BigDecimal.valueOf(STEPS)));
    }
}
