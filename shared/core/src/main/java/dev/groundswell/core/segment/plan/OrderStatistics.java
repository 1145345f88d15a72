package dev.groundswell.core.segment.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers at some places of a sorted list, without sorting it: a histogram tells in which narrow ranges the places are,
 * and only the numbers of those are looked at again. A few passes over the numbers, however they are distributed.
 */
final class OrderStatistics {

    /** The counters of so many ranges stay in the fastest cache. */
    private static final int RANGE_BITS = 12;

    /** So few are sorted for less than another pass would cost. */
    private static final int SORTED_AT_ONCE = 256;

    private final int[] places;
    private final long[] found;

    private OrderStatistics(int[] places) {
        this.places = places;
        this.found = new long[places.length];
    }

    /**
     * The numbers at these places.
     *
     * @param numbers in any order
     * @param places  from 0, ascending, each less than the number of numbers
     */
    static long[] at(long[] numbers, int[] places) {
        var statistics = new OrderStatistics(places);
        statistics.find(numbers, 0, 0, places.length);
        return statistics.found;
    }

    /** @param before how many numbers are less than all of these */
    private void find(long[] numbers, int before, int fromPlace, int toPlace) {
        if (numbers.length <= SORTED_AT_ONCE) {
            findSorted(numbers.clone(), before, fromPlace, toPlace);
            return;
        }
        var histogram = Histogram.of(numbers);
        var stretches = stretches(histogram, before, fromPlace, toPlace);
        if (histogram.shift == 0) {
            stretches.forEach(
                    stretch -> Arrays.fill(found, stretch.fromPlace, stretch.toPlace, histogram.min + stretch.range));
            return;
        }
        var within = histogram.numbersOf(stretches);
        stretches.forEach(stretch -> find(within[stretch.range], stretch.before, stretch.fromPlace, stretch.toPlace));
    }

    /** Places that fall into one range. */
    private record Stretch(int range, int before, int fromPlace, int toPlace) {}

    private List<Stretch> stretches(Histogram histogram, int before, int fromPlace, int toPlace) {
        var stretches = new ArrayList<Stretch>();
        var less = before;
        var place = fromPlace;
        for (var range = 0; place < toPlace; less += histogram.counts[range++]) {
            var first = place;
            while (place < toPlace && places[place] < less + histogram.counts[range]) {
                place++;
            }
            if (place > first) {
                stretches.add(new Stretch(range, less, first, place));
            }
        }
        return stretches;
    }

    private void findSorted(long[] numbers, int before, int fromPlace, int toPlace) {
        Arrays.sort(numbers);
        for (var place = fromPlace; place < toPlace; place++) {
            found[place] = numbers[places[place] - before];
        }
    }

    /**
     * How many numbers there are in each range.
     *
     * @param shift a range has 2^shift numbers
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Histogram(long[] numbers, long min, int shift, int[] counts) {

        static Histogram of(long[] numbers) {
            var min = Long.MAX_VALUE;
            var max = Long.MIN_VALUE;
            for (var number : numbers) {
                min = Math.min(min, number);
                max = Math.max(max, number);
            }
            var shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(max - min) - RANGE_BITS);
            var counts = new int[1 << RANGE_BITS];
            for (var number : numbers) {
                counts[(int) ((number - min) >>> shift)]++;
            }
            return new Histogram(numbers, min, shift, counts);
        }

        /** By range; nothing for those that are not wanted. */
        long[][] numbersOf(List<Stretch> wanted) {
            var within = new long[counts.length][];
            wanted.forEach(stretch -> within[stretch.range] = new long[counts[stretch.range]]);
            var filled = new int[counts.length];
            for (var number : numbers) {
                var range = (int) ((number - min) >>> shift);
                if (within[range] != null) {
                    within[range][filled[range]++] = number;
                }
            }
            return within;
        }
    }
}
