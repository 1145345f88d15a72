package dev.groundswell.core.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.core.concurrent.FanOut.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FanOutTest {

    private static final Map<String, Integer> ARGUMENTS = Map.of("one", 1, "two", 2, "three", 3);
    private static final int AT_ONCE = 2;

    @Test
    void everyCallHasItsOutcome() {
        var doubled = FanOut.over(ARGUMENTS, AT_ONCE, number -> number * 2);

        assertThat(doubled)
                .containsOnly(
                        Map.entry("one", new Outcome.Done<>(2)),
                        Map.entry("two", new Outcome.Done<>(4)),
                        Map.entry("three", new Outcome.Done<>(6)));
    }

    @Nested
    class Where_a_call_fails {

        @Test
        void the_others_do_not() {
            var outcomes = FanOut.over(ARGUMENTS, AT_ONCE, FanOutTest::butNotTwo);

            assertThat(outcomes)
                    .containsEntry("one", new Outcome.Done<>(1))
                    .containsEntry("three", new Outcome.Done<>(3));
            assertThatThrownBy(() -> outcomes.values().forEach(Outcome::orThrow))
                    .hasMessage("Two.");
        }

        @Test
        void an_error_is_the_callers_too_once_all_have_ended() {
            List<Integer> ended = new CopyOnWriteArrayList<>();

            assertThatThrownBy(() -> FanOut.over(ARGUMENTS, AT_ONCE, number -> {
                        ended.add(number);
                        if (number == 2) {
                            throw new InternalError("The process ends.");
                        }
                        return number;
                    }))
                    .isInstanceOf(InternalError.class);
            assertThat(ended).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    private static int butNotTwo(int number) {
        if (number == 2) {
            throw new IllegalStateException("Two.");
        }
        return number;
    }
}
