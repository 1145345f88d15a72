package dev.groundswell.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groundswell.core.history.CheckHistoryCoverage.Outcome;
import dev.groundswell.core.history.HistoryCoverage.Day;
import dev.groundswell.core.history.HistoryCoverage.Gap;
import dev.groundswell.core.history.HistoryCoverage.State;
import dev.groundswell.core.order.OrderFilter;
import dev.groundswell.core.order.OrderListing;
import dev.groundswell.core.order.OrderSource;
import dev.groundswell.core.store.Store;
import dev.groundswell.core.store.StoreId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HistoryCoverageTest {

    private static final Store STORE =
            new Store(new StoreId("demo"), "Demo", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"));

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-06-01T04:00:00Z"));
    private static final OrderSource FILE = OrderSource.ofImport("i1");

    private final Map<LocalDate, Map<OrderSource, Long>> counted = new TreeMap<>();

    @Nested
    class A_store_with_orders_every_day {

        @Test
        void is_whole() {
            everyDay(_ -> 40);
            assertThat(year().isWhole()).isTrue();
            assertThat(year().gaps()).isEmpty();
        }

        @Test
        void misses_the_days_that_have_none() {
            everyDay(_ -> 40);
            remove("2026-03-10", "2026-03-12");
            assertThat(year().gaps())
                    .containsExactly(new Gap(day("2026-03-10"), day("2026-03-12"), State.MISSING, 0, 120));
            assertThat(year().isWhole()).isFalse();
        }

        @Test
        void misses_a_whole_quarter_and_nothing_beside_it() {
            everyDay(_ -> 40);
            remove("2025-07-01", "2025-09-30");
            var found = coverage("2025-01-01", "2026-05-31").gaps();
            assertThat(found).singleElement().satisfies(gap -> {
                assertThat(gap.from()).isEqualTo(day("2025-07-01"));
                assertThat(gap.to()).isEqualTo(day("2025-09-30"));
                assertThat(gap.days()).isEqualTo(92);
                assertThat(gap.expected()).isEqualTo(92 * 40.0, within(1e-6));
            });
        }

        @Test
        void has_poor_days_where_a_file_was_cut_short() {
            everyDay(_ -> 40);
            count("2026-03-10", FILE, 9);
            count("2026-03-11", FILE, 25);
            assertThat(state("2026-03-10")).isEqualTo(State.LOW);
            assertThat(state("2026-03-11")).isEqualTo(State.COVERED);
        }

        @Test
        void is_not_poor_beside_a_promotion() {
            everyDay(date -> date.getMonthValue() == 11 && date.getDayOfMonth() == 11 ? 4_000 : 40);
            assertThat(coverage("2025-10-01", "2025-12-31").isWhole()).isTrue();
        }

        @Test
        void misses_what_the_live_feed_no_longer_brings() {
            everyDay(_ -> 40);
            remove("2026-05-29", "2026-05-31");
            assertThat(year().gaps())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.to()).isEqualTo(TODAY.minusDays(1)));
        }
    }

    @Nested
    class A_pattern {

        @Test
        void of_closed_sundays_misses_no_sunday() {
            everyDay(date -> date.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 40);
            assertThat(year().isWhole()).isTrue();
        }

        @Test
        void of_closed_sundays_misses_the_saturday_before() {
            everyDay(date -> date.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 40);
            remove("2026-03-14", "2026-03-14");
            assertThat(year().gaps()).extracting(Gap::from).containsExactly(day("2026-03-14"));
        }

        @Test
        void that_grows_tenfold_in_a_year_stays_whole() {
            everyDay(date -> 20 * Math.pow(10, (date.toEpochDay() - FIRST.toEpochDay()) / 365.0));
            assertThat(year().isWhole()).isTrue();
        }

        @Test
        void of_an_order_now_and_then_allows_for_empty_weeks_and_not_for_empty_months() {
            for (var date = FIRST; date.isBefore(TODAY); date = date.plusDays(5)) {
                count(date.toString(), FILE, 1);
            }
            assertThat(year().isWhole()).isTrue();
            remove("2025-10-01", "2025-12-31");
            assertThat(year().gaps()).hasSize(1);
        }

        @Test
        void of_chance_alone_is_hardly_ever_told_as_a_gap() {
            var random = new Random(20260601);
            everyDay(date -> poisson(random, date.getDayOfWeek() == DayOfWeek.SATURDAY ? 24 : 12));
            assertThat(coverage("2025-01-01", "2026-05-31").gaps()).hasSizeLessThan(2);
        }

        @Test
        void of_chance_shows_a_lost_day() {
            var random = new Random(20260601);
            everyDay(_ -> poisson(random, 20));
            remove("2026-02-03", "2026-02-03");
            assertThat(state("2026-02-03")).isEqualTo(State.MISSING);
        }
    }

    @Nested
    class What_cannot_be_judged {

        @Test
        void is_before_the_first_order() {
            everyDay(_ -> 40);
            assertThat(coverage("2024-12-30", "2025-01-02").days())
                    .extracting(Day::state)
                    .containsExactly(State.BEFORE_FIRST, State.BEFORE_FIRST, State.COVERED, State.COVERED);
        }

        @Test
        void is_today_in_the_store_s_zone_and_later() {
            everyDay(_ -> 40);
            assertThat(coverage("2026-05-31", "2026-06-02").days())
                    .extracting(Day::state)
                    .containsExactly(State.COVERED, State.NOT_OVER, State.NOT_OVER);
        }

        @Test
        void is_a_store_without_orders_which_is_not_whole_either() {
            assertThat(year().isWhole()).isFalse();
            assertThat(year().firstDay()).isEmpty();
            assertThat(year().gaps()).isEmpty();
        }
    }

    @Nested
    class A_month {

        @Test
        void adds_up_its_days_by_source() {
            everyDay(_ -> 40);
            count("2026-05-30", OrderSource.LIVE, 3);
            var may = coverage("2026-04-01", "2026-05-31").months().getLast();
            assertThat(may.orders()).isEqualTo(Map.of(FILE, 31 * 40L, OrderSource.LIVE, 3L));
            assertThat(may.total()).isEqualTo(31 * 40 + 3);
            assertThat(may.count(State.COVERED)).isEqualTo(31);
        }
    }

    @Nested
    class A_range {

        @Test
        void that_ends_before_it_begins_is_refused() {
            assertThat(check("2026-05-31", "2026-05-30")).isEqualTo(new Outcome.EmptyRange());
        }

        @Test
        void of_more_than_six_years_is_refused() {
            assertThat(check("2020-01-01", "2026-05-30")).isEqualTo(new Outcome.TooManyDays());
        }
    }

    private static double poisson(Random random, double mean) {
        var limit = Math.exp(-mean);
        var number = -1;
        for (var product = 1.0; product > limit; product *= random.nextDouble()) {
            number++;
        }
        return number;
    }

    private void everyDay(ToDoubleFunction<LocalDate> orders) {
        FIRST.datesUntil(TODAY).forEach(date -> count(date.toString(), FILE, (long) orders.applyAsDouble(date)));
    }

    private void count(String date, OrderSource source, long orders) {
        counted.computeIfAbsent(day(date), _ -> new HashMap<>()).put(source, orders);
    }

    private void remove(String from, String to) {
        day(from).datesUntil(day(to).plusDays(1)).forEach(counted::remove);
    }

    private HistoryCoverage year() {
        return coverage("2025-06-01", "2026-05-31");
    }

    private State state(String date) {
        return coverage(date, date).days().getFirst().state();
    }

    private HistoryCoverage coverage(String from, String to) {
        return switch (check(from, to)) {
            case Outcome.Checked(var coverage) -> coverage;
            case Outcome.EmptyRange(), Outcome.TooManyDays() -> throw new AssertionError("refused");
        };
    }

    private Outcome check(String from, String to) {
        return new CheckHistoryCoverage(new MonthsOf(counted.keySet()), (_, first, last) -> between(first, last), TIME)
                .check(STORE, day(from), day(to));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private Map<LocalDate, Map<OrderSource, Long>> between(LocalDate from, LocalDate to) {
        return new TreeMap<>(counted).subMap(from, true, to, true);
    }

    /** A listing that knows in which months there are orders, and none of them. */
    private record MonthsOf(Set<LocalDate> days) implements OrderListing {

        @Override
        public SortedSet<YearMonth> months(StoreId store) {
            return days.stream().map(YearMonth::from).collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public Page newest(StoreId store, OrderFilter filter, int limit, Optional<Position> after) {
            throw new AssertionError("Nobody asked for orders.");
        }
    }
}
