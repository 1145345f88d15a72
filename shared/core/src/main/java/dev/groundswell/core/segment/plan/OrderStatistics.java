package dev.groundswell.core.segment.plan;

import java.util.Arrays;

/**
 * The numbers at some places of a sorted list, without sorting it: a histogram tells which narrow ranges the places fall in,
 * and only the numbers of those are looked at again. Takes some passes over the numbers, whatever they are like.
 */
final class OrderStatistics {

    /** So many ranges' counters stay in the fastest cache. */
    private static final int RANGE_BITS = 12;

    /** As many are sorted at once, for less than another pass would cost. */
    private static final int SORTED_AT_ONCE = 256;

    private OrderStatistics() {}

    /**
     * The numbers at these places.
     *
     * @param numbers in any order
     * @param places  from 0, ascending, below the number of numbers
     */
    static long[] at(long[] numbers, int[] places) {
        if (numbers.length <= SORTED_AT_ONCE) {
            var sorted = numbers.clone();
            Arrays.sort(sorted);
            return Arrays.stream(places).mapToLong(place -> sorted[place]).toArray();
        }
        var min = Long.MAX_VALUE;
        var max = Long.MIN_VALUE;
        for (var number : numbers) {
            min = Math.min(min, number);
            max = Math.max(max, number);
        }
        if (min == max) {
            var alike = new long[places.length];
            Arrays.fill(alike, min);
            return alike;
        }
        var shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(max - min) - RANGE_BITS);
        return new Histogram(numbers, min, shift).at(places);
    }

    /** Numbers counted by ranges of 2^shift each from the least one on. */
    private static final class Histogram {

        private final long[] numbers;
        private final long min;
        private final int shift;
        private final int[] counts = new int[1 << RANGE_BITS];

        Histogram(long[] numbers, long min, int shift) {
            this.numbers = numbers;
            this.min = min;
            this.shift = shift;
            for (var number : numbers) {
                counts[range(number)]++;
            }
        }

        private int range(long number) {
            return (int) ((number - min) >>> shift);
        }

        long[] at(int[] places) {
            var wanted = new long[counts.length][];
            var found = new long[places.length];
            var rangeOfPlace = new int[places.length];
            var firstOfRange = new int[places.length];
            var range = 0;
            var before = 0;
            for (var i = 0; i < places.length; i++) {
                while (before + counts[range] <= places[i]) {
                    before += counts[range++];
                }
                rangeOfPlace[i] = range;
                firstOfRange[i] = before;
                wanted[range] = shift > 0 ? new long[counts[range]] : null;
            }
            gather(wanted);
            for (var i = 0; i < places.length; ) {
                var next = endOf(rangeOfPlace, i);
                place(wanted[rangeOfPlace[i]], rangeOfPlace[i], firstOfRange[i], places, i, next, found);
                i = next;
            }
            return found;
        }
    }
}
