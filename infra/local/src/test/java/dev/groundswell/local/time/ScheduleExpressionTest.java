package dev.groundswell.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rate(1 minute)               | 2026-06-18T00:00:00Z   | 2026-06-18T00:01:00Z
        rate(1 minute)               | 2026-06-18T00:00:00.5Z | 2026-06-18T00:01:00Z
        rate(5 minutes)              | 2026-06-18T00:04:59Z   | 2026-06-18T00:05:00Z
        rate(1 day)                  | 2026-06-18T12:00:00Z   | 2026-06-19T00:00:00Z
        cron(0 16 * * ? *)           | 2026-06-18T16:00:00Z   | 2026-06-19T16:00:00Z
        cron(0 16 * * ? *)           | 2026-06-18T15:59:59Z   | 2026-06-18T16:00:00Z
        cron(*/20 8-9 ? * MON-FRI *) | 2026-06-19T09:45:00Z   | 2026-06-22T08:00:00Z
        cron(30 0 29 2 ? *)          | 2026-06-18T00:00:00Z   | 2028-02-29T00:30:00Z
        cron(0 0 1 JAN,JUL ? *)      | 2026-06-18T00:00:00Z   | 2026-07-01T00:00:00Z
        """)
    void theNextFiringIsTheFirstAfter(String expression, Instant after, Instant next) {
        assertThat(ScheduleExpression.parse(expression).firstAfter(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"every minute", "cron(0 16 * * ?)", "cron(0 99 * * ? *)", "cron(0 0 L * ? *)"})
    void whatIsNotKnownIsRefused(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScheduleExpression.parse(expression));
    }

    @Property
    void aRateFiresAtWholeMultiplesWhenAskedAgainAndAgain(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        ScheduleExpression rate = ScheduleExpression.parse("rate(7 minutes)");
        Instant first = rate.firstAfter(Instant.ofEpochSecond(second));

        assertThat(first.getEpochSecond() % (7 * 60)).isZero();
        assertThat(rate.firstAfter(first).getEpochSecond() - first.getEpochSecond())
                .isEqualTo(7 * 60);
    }

    @Test
    void aSpeedIsANumberOrMax() {
        assertThat(Speed.parse("max")).isInstanceOf(Speed.Max.class);
        assertThat(Speed.parse("60")).isEqualTo(new Speed.Times(60));
        assertThatIllegalArgumentException().isThrownBy(() -> Speed.parse("-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Speed.parse("fast"));
    }
}
