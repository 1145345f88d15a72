package dev.groundswell.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.local.template.FunctionResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalContextTest {

    private static LocalContext contextOf(Duration timeout) {
        var function = new FunctionResource("Worker", "", "x.Y", "handleRequest", Map.of(), timeout, 512, List.of());
        return new LocalContext(function, "request", new Console(System.err));
    }

    /** Workers that do as much as fits hang on this. */
    @Test
    void theRemainingTimeRunsDownFromTheFunctionsOwnTimeout() {
        var context = contextOf(Duration.ofMinutes(15));
        int first = context.getRemainingTimeInMillis();

        while (context.getRemainingTimeInMillis() == first) {
            Thread.onSpinWait();
        }

        assertThat(first).isLessThanOrEqualTo(900_000);
        assertThat(context.getRemainingTimeInMillis()).isLessThan(first);
    }

    @Test
    void thereIsNeverLessThanNoTime() {
        assertThat(contextOf(Duration.ZERO).getRemainingTimeInMillis()).isZero();
    }
}
