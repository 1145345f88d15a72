package dev.groundswell.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SamplesTest {

    private final Samples samples = new Samples();

    @Test
    void an_odd_number_has_its_middle_one_as_median() {
        add(100, 1, 2);

        assertThat(samples.median()).isEqualTo(2);
    }

    @Test
    void an_even_number_has_the_mean_of_its_two_middle_ones() {
        add(100, 1, 2, 4);

        assertThat(samples.median()).isEqualTo(3);
    }

    @Test
    void none_has_no_median() {
        assertThatThrownBy(samples::median).hasMessage("Nothing was measured.");
    }

    private void add(double... values) {
        for (var value : values) {
            samples.add(value);
        }
    }
}
