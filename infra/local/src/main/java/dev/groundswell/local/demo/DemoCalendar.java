package dev.groundswell.local.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** When people order: weekends more, promotion days much more, and those from midnight on. */
final class DemoCalendar {

    private static final int DAYS = 365;
    private static final double WEEKEND = 1.2;

    /** A day from which orders come at midnight. */
    private static final double RUSH = 4;

    /** The promotion days and how many ordinary days each is worth. */
    private static final Map<MonthDay, Double> PROMOTIONS = Map.of(
            MonthDay.of(3, 8), 3.0,
            MonthDay.of(6, 1), 4.0,
            MonthDay.of(6, 16), 4.0,
            MonthDay.of(6, 17), 3.0,
            MonthDay.of(6, 18), 10.0,
            MonthDay.of(11, 1), 6.0,
            MonthDay.of(11, 10), 3.0,
            MonthDay.of(11, 11), 14.0,
            MonthDay.of(12, 12), 5.0);

    private static final double[] ORDINARY_HOURS = {
        3, 1.5, 0.8, 0.4, 0.3, 0.4, 0.9, 2, 3.5, 5, 6.5, 6, 5.5, 5.5, 6, 6, 5.5, 5, 5, 6.5, 8.5, 9.5, 9, 6
    };

    /** On a promotion day a third comes in the first two hours. */
    private static final double[] RUSH_HOURS = {
        38, 12, 3, 1, 0.5, 0.5, 1, 2.5, 4, 5, 6, 5, 4.5, 4.5, 5, 5, 4.5, 4.5, 4.5, 5.5, 8, 9, 9, 10
    };

    private final Instant now;
    private final ZoneId zone;
    private final Weighted<LocalDate> days;
    private final Weighted<Integer> ordinaryHours = hours(ORDINARY_HOURS);
    private final Weighted<Integer> rushHours = hours(RUSH_HOURS);

    DemoCalendar(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<LocalDate> year =
                IntStream.range(0, DAYS).mapToObj(today::minusDays).toList();
        this.days = new Weighted<>(year, DemoCalendar::weight);
    }

    private static double weight(LocalDate day) {
        double promotion = PROMOTIONS.getOrDefault(MonthDay.from(day), 1.0);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? promotion * WEEKEND : promotion;
    }

    /** A moment of the past year at which somebody orders. */
    Instant moment(RandomGenerator random) {
        while (true) {
            LocalDate day = days.draw(random);
            int hour = (isRush(day) ? rushHours : ordinaryHours).draw(random);
            Instant moment = day.atTime(hour, random.nextInt(60), random.nextInt(60))
                    .atZone(zone)
                    .toInstant();
            if (moment.isBefore(now)) {
                return moment;
            }
        }
    }

    /** Whether the presale before one of the two great promotions runs on that day. */
    boolean isPresale(Instant moment) {
        MonthDay day = MonthDay.from(moment.atZone(zone));
        return within(day, MonthDay.of(5, 26), MonthDay.of(5, 31))
                || within(day, MonthDay.of(10, 21), MonthDay.of(10, 31));
    }

    private static boolean within(MonthDay day, MonthDay from, MonthDay to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static boolean isRush(LocalDate day) {
        return PROMOTIONS.getOrDefault(MonthDay.from(day), 1.0) >= RUSH;
    }

    private static Weighted<Integer> hours(double[] weights) {
        return new Weighted<>(IntStream.range(0, weights.length).boxed().toList(), hour -> weights[hour]);
    }
}
