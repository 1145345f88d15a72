package dev.groundswell.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.store.StoreId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FestivalCalendarTest {

    private static final StoreId STORE = new StoreId("demo");
    private final FestivalCalendar calendar = new FestivalCalendar();

    private List<LocalDate> days(String id) {
        var promotion = calendar.find(STORE, id).orElseThrow();
        return List.of(promotion.first(), promotion.last());
    }

    @Nested
    class AFestival {

        @Test
        void hasItsDaysInEachYear() {
            assertThat(days("618-2026")).containsExactly(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 20));
            assertThat(days("double-11-2015")).containsExactly(LocalDate.of(2015, 11, 1), LocalDate.of(2015, 11, 11));
            assertThat(days("double-12-2100")).containsExactly(LocalDate.of(2100, 12, 1), LocalDate.of(2100, 12, 12));
        }

        @Test
        void onBlackFridayBeginsTheDayAfterThanksgiving() {
            assertThat(days("black-friday-2017"))
                    .containsExactly(LocalDate.of(2017, 11, 24), LocalDate.of(2017, 11, 27));
            assertThat(days("black-friday-2024"))
                    .containsExactly(LocalDate.of(2024, 11, 29), LocalDate.of(2024, 12, 2));
        }

        @Test
        void isNamedByAnIdOfItsYear() {
            assertThat(List.of("618", "618-1999", "618-2101", "619-2026", "618-2026 ", "", "-2026"))
                    .allSatisfy(id -> assertThat(calendar.find(STORE, id)).isEmpty());
        }

        @Test
        void lastsInTheZoneOfTheStore() {
            var festival = calendar.find(STORE, "618-2026").orElseThrow();
            var shanghai = ZoneId.of("Asia/Shanghai");

            assertThat(festival.start(shanghai)).isEqualTo(Instant.parse("2026-05-31T16:00:00Z"));
            assertThat(festival.end(shanghai)).isEqualTo(Instant.parse("2026-06-20T16:00:00Z"));
        }
    }

    @Property(tries = 101)
    void blackFridayIsAFridayLateInNovember(@ForAll @IntRange(min = 2000, max = 2100) int year) {
        var first = calendar.find(STORE, "black-friday-" + year).orElseThrow().first();

        assertThat(first.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(first.getDayOfMonth()).isBetween(23, 29);
    }

    @Nested
    class TheLatestThatHasEnded {

        @Test
        void isNotTheOneThatLasts() {
            assertThat(latest("2026-06-20")).isEqualTo("double-12-2025");
            assertThat(latest("2026-06-21")).isEqualTo("618-2026");
            assertThat(latest("2026-11-22")).isEqualTo("double-11-2026");
            assertThat(latest("2027-01-01")).isEqualTo("double-12-2026");
        }

        private String latest(String today) {
            return calendar.latestEnded(STORE, LocalDate.parse(today))
                    .orElseThrow()
                    .id();
        }
    }
}
