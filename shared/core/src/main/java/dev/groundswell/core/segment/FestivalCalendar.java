package dev.groundswell.core.segment;

import dev.groundswell.core.store.StoreId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The festivals that every shop knows, in each year of the century: 618, Double 11, Double 12 and Black Friday. */
public final class FestivalCalendar implements Promotions {

    private static final Pattern ID = Pattern.compile("([a-z0-9-]{1,20})-(20[0-9]{2}|2100)");

    /** The presale begins on 1 June, the festival ends with 20 June. */
    private static final Festival MIDSUMMER =
            new Festival("618", "618", year -> LocalDate.of(year, 6, 1), first -> first.withDayOfMonth(20));

    private static final Festival DOUBLE_11 = new Festival(
            "double-11", "Double 11", year -> LocalDate.of(year, 11, 1), first -> first.withDayOfMonth(11));

    private static final Festival DOUBLE_12 = new Festival(
            "double-12", "Double 12", year -> LocalDate.of(year, 12, 1), first -> first.withDayOfMonth(12));

    /** The day after the fourth Thursday of November, and on to Cyber Monday. */
    private static final Festival BLACK_FRIDAY =
            new Festival("black-friday", "Black Friday", FestivalCalendar::blackFriday, friday -> friday.plusDays(3));

    private static final List<Festival> FESTIVALS = List.of(MIDSUMMER, DOUBLE_11, BLACK_FRIDAY, DOUBLE_12);

    private interface Last {
        LocalDate of(LocalDate first);
    }

    private record Festival(String id, String name, IntFunction<LocalDate> first, Last last) {

        PromotionDays in(int year) {
            var begins = first.apply(year);
            return new PromotionDays(id + "-" + year, name + " " + year, begins, last.of(begins));
        }
    }

    @Override
    public Optional<PromotionDays> find(StoreId store, String id) {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return FESTIVALS.stream()
                .filter(festival -> festival.id.equals(parts.group(1)))
                .map(festival -> festival.in(Integer.parseInt(parts.group(2))))
                .findFirst();
    }

    @Override
    public List<PromotionDays> known(StoreId store, LocalDate around) {
        return IntStream.rangeClosed(around.getYear() - 1, around.getYear() + 1)
                .boxed()
                .flatMap(year -> FESTIVALS.stream().map(festival -> festival.in(year)))
                .sorted(Comparator.comparing(PromotionDays::first))
                .toList();
    }

    private static LocalDate blackFriday(int year) {
        return LocalDate.of(year, 11, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
    }
}
