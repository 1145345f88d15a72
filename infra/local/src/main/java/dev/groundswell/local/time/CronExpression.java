package dev.groundswell.local.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** EventBridge's six fields (minutes, hours, day of month, month, day of week, year) with {@code * ? , - /} and names. */
final class CronExpression implements ScheduleExpression {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    /** A 29 February on a given weekday comes at least once in this many years. */
    private static final int YEARS_AHEAD = 40;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet daysOfMonth;
    private final BitSet months;
    private final BitSet daysOfWeek;
    private final BitSet years;

    private CronExpression(String[] fields) {
        minutes = field(fields[0], 0, 59, List.of(), 0);
        hours = field(fields[1], 0, 23, List.of(), 0);
        daysOfMonth = field(fields[2], 1, 31, List.of(), 0);
        months = field(fields[3], 1, 12, MONTHS, 1);
        daysOfWeek = field(fields[4], 1, 7, DAYS, 1);
        years = field(fields[5], FIRST_YEAR, LAST_YEAR, List.of(), 0);
    }

    static CronExpression parse(String text) {
        String[] fields = text.strip().split("\\s+");
        if (fields.length != 6) {
            throw new IllegalArgumentException("cron has six fields, not " + fields.length + ": " + text);
        }
        return new CronExpression(fields);
    }

    @Override
    public Instant firstAfter(Instant instant) {
        LocalDateTime from = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).plusMinutes(1);
        LocalDate last = from.toLocalDate().plusYears(YEARS_AHEAD);
        int fromMinute = from.getHour() * 60 + from.getMinute();
        for (LocalDate day = from.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
            int minute = firstMinute(day, fromMinute);
            if (minute >= 0) {
                return day.atStartOfDay().plusMinutes(minute).toInstant(ZoneOffset.UTC);
            }
            fromMinute = 0;
        }
        throw new IllegalStateException("this cron expression never fires");
    }

    private int firstMinute(LocalDate day, int fromMinute) {
        if (!isOn(day)) {
            return -1;
        }
        for (int hour = hours.nextSetBit(fromMinute / 60); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            int minute = minutes.nextSetBit(hour == fromMinute / 60 ? fromMinute % 60 : 0);
            if (minute >= 0) {
                return hour * 60 + minute;
            }
        }
        return -1;
    }

    private boolean isOn(LocalDate day) {
        return years.get(day.getYear())
                && months.get(day.getMonthValue())
                && daysOfMonth.get(day.getDayOfMonth())
                && daysOfWeek.get(day.getDayOfWeek().getValue() % 7 + 1);
    }

    private static BitSet field(String text, int first, int last, List<String> names, int firstName) {
        var values = new BitSet();
        for (String part : text.toUpperCase(Locale.ROOT).split(",")) {
            String[] stepped = part.split("/", 2);
            int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
            int from = first;
            int to = last;
            if (!stepped[0].equals("*") && !stepped[0].equals("?")) {
                String[] range = stepped[0].split("-", 2);
                from = value(range[0], names, firstName);
                to = range.length == 2 ? value(range[1], names, firstName) : stepped.length == 2 ? last : from;
            }
            requireWithin(text, from, to, first, last, step);
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int value(String text, List<String> names, int firstName) {
        int name = names.indexOf(text);
        return name >= 0 ? name + firstName : Integer.parseInt(text);
    }

    private static void requireWithin(String text, int from, int to, int first, int last, int step) {
        if (from < first || to > last || from > to || step < 1) {
            throw new IllegalArgumentException("outside " + first + "-" + last + ": " + text);
        }
    }
}
