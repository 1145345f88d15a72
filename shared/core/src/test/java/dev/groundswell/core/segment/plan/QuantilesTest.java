package dev.groundswell.core.segment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Property(tries = 200)
    void placesAreFoundAsSortingFindsThem(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5_000) int size, @ForAll @IntRange(max = 63) int bits) {
        var random = new Random(seed);
        var base = random.nextLong();
        // Few great ones among many small ones: as amounts are distributed.
        var numbers = random.longs(size)
                .map(number -> base + (number >>> bits >>> random.nextInt(Long.SIZE)))
                .toArray();
        var places =
                IntStream.range(0, 7).map(_ -> random.nextInt(size)).sorted().toArray();
        var sorted = numbers.clone();
        Arrays.sort(sorted);

        assertThat(OrderStatistics.at(numbers, places))
                .containsExactly(
                        Arrays.stream(places).mapToLong(place -> sorted[place]).toArray());
    }

    /** {@code quantile(c(1, 2, 3, 10), c(0, .2, .25, .5, .95, 1))} in R. */
    @Test
    void areThoseOfR() {
        var quantiles = Quantiles.of(new long[] {10, 3, 1, 2});

        assertThat(quantiles.at(0)).isEqualByComparingTo("1");
        assertThat(quantiles.at(20)).isEqualByComparingTo("1.6");
        assertThat(quantiles.at(25)).isEqualByComparingTo("1.75");
        assertThat(quantiles.at(50)).isEqualByComparingTo("2.5");
        assertThat(quantiles.rounded(50)).isEqualTo(3);
        assertThat(quantiles.at(95)).isEqualByComparingTo("8.95");
        assertThat(quantiles.at(100)).isEqualByComparingTo("10");
    }

    @Test
    void ofNothingAreZero() {
        assertThat(Quantiles.of(new long[0]).at(50)).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void areKnownAtTwentiethsOnly() {
        assertThatThrownBy(() -> Quantiles.NONE.at(33)).hasMessageContaining("0, 5, … 100 %");
    }
}
