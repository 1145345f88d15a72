package dev.groundswell.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StoreCalendarTest {

    @Test
    void aDayBeginsAtTheStoresMidnight() {
        var granule = new StoreCalendar(ZoneId.of("Asia/Shanghai"))
                .granuleOf(Granularity.DAY, Instant.parse("2020-02-01T15:59:59Z"));

        assertThat(granule.start()).isEqualTo("2020-01-31T16:00:00Z");
    }

    @Test
    void theDayOfTheChangeOfClocksHasTwentyFiveHours() {
        var newYork = new StoreCalendar(ZoneId.of("America/New_York"));
        var day = newYork.granuleOf(Granularity.DAY, Instant.parse("2025-11-02T12:00:00Z"));

        assertThat(newYork.granules(Granularity.HOUR, day.start(), newYork.end(day)))
                .hasSize(25);
    }

    @Test
    void aRangeTouchesTheGranulesOfBothItsEnds() {
        var kolkata = new StoreCalendar(ZoneId.of("Asia/Kolkata"));

        assertThat(kolkata.granules(
                        Granularity.HOUR, Instant.parse("2020-02-01T00:45:00Z"), Instant.parse("2020-02-01T01:30:01Z")))
                .extracting(Granule::start)
                .extracting(Instant::toString)
                .containsExactly("2020-02-01T00:30:00Z", "2020-02-01T01:30:00Z");
    }

    @Property
    void granulesFollowEachOtherWithoutGapOrOverlap(
            @ForAll @From("zones") ZoneId zone,
            @ForAll Granularity granularity,
            @ForAll @LongRange(min = 1_000_000_000L, max = 2_000_000_000L) long second) {
        var calendar = new StoreCalendar(zone);
        var instant = Instant.ofEpochSecond(second);
        var granule = calendar.granuleOf(granularity, instant);
        var end = calendar.end(granule);

        assertThat(granule.start()).isBeforeOrEqualTo(instant);
        assertThat(end).isAfter(instant);
        assertThat(calendar.granuleOf(granularity, end.minusNanos(1))).isEqualTo(granule);
        assertThat(calendar.granuleOf(granularity, end)).isEqualTo(calendar.next(granule));
        assertThat(Duration.between(granule.start(), end)).isPositive();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(List.of(
                        "Asia/Shanghai",
                        "America/New_York",
                        "Asia/Kolkata",
                        "Asia/Kathmandu",
                        "Europe/Berlin",
                        "-03:00",
                        "America/Sao_Paulo"))
                .map(ZoneId::of);
    }
}
