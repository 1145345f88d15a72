package dev.groundswell.core.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.message.MessageKind;
import dev.groundswell.core.message.text.SendingHours.Outside;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static SendingHours hours(String from, String until) {
        return new SendingHours(
                Channel.SMS, MessageKind.MARKETING, LocalTime.parse(from), LocalTime.parse(until), Outside.WAIT);
    }

    @Nested
    class OfADay {

        @ParameterizedTest
        @CsvSource({
            "2026-11-11T07:59:59.999+08:00, 2026-11-11T08:00:00+08:00",
            "2026-11-11T08:00:00+08:00, 2026-11-11T08:00:00+08:00",
            "2026-11-11T20:59:59+08:00, 2026-11-11T20:59:59+08:00",
            "2026-11-11T21:00:00+08:00, 2026-11-12T08:00:00+08:00"
        })
        void messagesWaitForThem(String now, String goes) {
            assertThat(hours("08:00", "21:00").nextFrom(instant(now), SHANGHAI)).isEqualTo(instant(goes));
        }
    }

    @Nested
    class AcrossMidnight {

        @ParameterizedTest
        @CsvSource({
            "2026-11-11T01:59:59+08:00, 2026-11-11T01:59:59+08:00",
            "2026-11-11T02:00:00+08:00, 2026-11-11T20:00:00+08:00",
            "2026-11-11T23:00:00+08:00, 2026-11-11T23:00:00+08:00"
        })
        void areOfTwoDays(String now, String goes) {
            assertThat(hours("20:00", "02:00").nextFrom(instant(now), SHANGHAI)).isEqualTo(instant(goes));
        }
    }

    @Nested
    class FromAnHourToTheSame {

        @Test
        void areTheWholeDay() {
            var now = instant("2026-11-11T03:00:00+08:00");

            assertThat(hours("00:00", "00:00").nextFrom(now, SHANGHAI)).isEqualTo(now);
            assertThat(hours("08:00", "08:00").contain(now, SHANGHAI)).isTrue();
        }
    }

    @Nested
    class ThatBeginInAnHourWhichTheClockSkips {

        @Test
        void beginBehindIt() {
            var now = instant("2027-03-28T01:00:00+01:00");

            assertThat(hours("02:30", "04:00").nextFrom(now, BERLIN)).isEqualTo(instant("2027-03-28T03:30:00+02:00"));
        }
    }

    @Property
    void theNextInstantIsWithinThemAndNoneIsBeforeIt(
            @ForAll @IntRange(max = 1_439) int from,
            @ForAll @IntRange(max = 1_439) int until,
            @ForAll @LongRange(min = 1_760_000_000, max = 1_860_000_000) long second,
            @ForAll @IntRange(max = 86_400) int between) {
        var hours = hours(minute(from), minute(until));
        var now = Instant.ofEpochSecond(second);
        var next = hours.nextFrom(now, SHANGHAI);

        assertThat(hours.contain(next, SHANGHAI)).isTrue();
        assertThat(next).isBetween(now, now.plusSeconds(86_400));
        var earlier = now.plusSeconds(between);
        assertThat(earlier.isBefore(next) && hours.contain(earlier, SHANGHAI)).isFalse();
    }

    private static String minute(int ofDay) {
        return LocalTime.ofSecondOfDay(ofDay * 60L).toString();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
