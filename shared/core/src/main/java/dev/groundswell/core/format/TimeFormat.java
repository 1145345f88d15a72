package dev.groundswell.core.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way in which times are written, with the zone that is meant where they do not say their offset. */
final class TimeFormat {

    private static final String ISO = "ISO";
    private static final String COMMON = "yyyy-MM-dd HH:mm:ss";

    /** Of a date alone: 2026-06-18. */
    private static final int DATE_LENGTH = 10;

    private static final String UNIX_SECONDS = "UNIX_SECONDS";
    private static final String UNIX_MILLIS = "UNIX_MILLIS";

    /** The same years as order changes: outside of them a time is a mistake, or no time at all. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2199;

    /** Longer text is no time; patterns with optional parts would only take long to find out. */
    private static final int MAX_LENGTH = 64;

    /** Each part of it is a different number. */
    private static final OffsetDateTime SAMPLE = OffsetDateTime.of(2020, 11, 29, 22, 59, 58, 0, ZoneOffset.UTC);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,15}");

    private final String form;
    private final @Nullable DateTimeFormatter formatter;
    private final ZoneId zone;

    /** @throws IllegalArgumentException unless {@link #isValid} */
    TimeFormat(String form, ZoneId zone) {
        this.form = form;
        this.formatter = isNamed(form) ? null : formatter(form);
        this.zone = zone;
    }

    static boolean isValid(String form) {
        if (isNamed(form)) {
            return true;
        }
        try {
            return readsWhatItSays(formatter(form));
        } catch (IllegalArgumentException | DateTimeException notAPattern) {
            return false;
        }
    }

    /** Whether a pattern makes a date of its own text, and does not lose the time: half a day for want of an {@code a}. */
    private static boolean readsWhatItSays(DateTimeFormatter formatter) {
        var evening = SAMPLE.format(formatter);
        var saysTime = !evening.equals(SAMPLE.truncatedTo(ChronoUnit.DAYS).format(formatter));
        var read = read(formatter, evening, ZoneOffset.UTC);
        return !saysTime || !read.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static boolean isNamed(String form) {
        return form.equals(ISO) || form.equals(UNIX_SECONDS) || form.equals(UNIX_MILLIS);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The time, or {@code null} if it is not written so, or lies in a year that no order is of. */
    @Nullable
    OffsetDateTime parse(String written) {
        if (written.length() > MAX_LENGTH) {
            return null;
        }
        try {
            var time = read(written);
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR ? null : time;
        } catch (DateTimeException notSoWritten) {
            return null;
        }
    }

    private OffsetDateTime read(String written) {
        if (form.equals(COMMON)) {
            return resolved(common(written), zone);
        }
        if (formatter != null) {
            return read(formatter, written, zone);
        }
        if (form.equals(ISO)) {
            return iso(written);
        }
        if (!WHOLE_NUMBER.matcher(written).matches()) {
            throw new DateTimeException("No number of seconds or milliseconds.");
        }
        var number = Long.parseLong(written);
        var instant = form.equals(UNIX_SECONDS) ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return instant.atZone(zone).toOffsetDateTime();
    }

    /** The form of nearly all files, by hand: a formatter takes ten times as long, for every time of every row. */
    private static LocalDateTime common(String written) {
        if (written.length() != COMMON.length()) {
            throw new DateTimeException("Too long or too short.");
        }
        for (var i = 0; i < COMMON.length(); i++) {
            var form = COMMON.charAt(i);
            var c = written.charAt(i);
            if (Character.isLetter(form) ? c < '0' || c > '9' : c != form) {
                throw new DateTimeException("Not of this form.");
            }
        }
        return LocalDateTime.of(
                number(written, 0, 4),
                number(written, 5, 7),
                number(written, 8, 10),
                number(written, 11, 13),
                number(written, 14, 16),
                number(written, 17, 19));
    }

    private static int number(String written, int from, int to) {
        return Integer.parseInt(written, from, to, 10);
    }

    /** With its offset, or without one; with a {@code T} or a blank before the hours; or a date alone. */
    private OffsetDateTime iso(String written) {
        var text = written.length() > DATE_LENGTH && written.charAt(DATE_LENGTH) == ' '
                ? written.substring(0, DATE_LENGTH) + 'T' + written.substring(DATE_LENGTH + 1)
                : written;
        return text.length() <= DATE_LENGTH
                ? resolved(LocalDate.parse(text).atStartOfDay(), zone)
                : read(DateTimeFormatter.ISO_DATE_TIME, text, zone);
    }

    private static OffsetDateTime read(DateTimeFormatter formatter, String written, ZoneId zone) {
        var parsed = formatter.parse(written);
        var date = parsed.query(TemporalQueries.localDate());
        if (date == null) {
            throw new DateTimeException("No date.");
        }
        var time = Objects.requireNonNullElse(parsed.query(TemporalQueries.localTime()), LocalTime.MIDNIGHT);
        return resolved(date.atTime(time), Objects.requireNonNullElse(parsed.query(TemporalQueries.zone()), zone));
    }

    private static OffsetDateTime resolved(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toOffsetDateTime();
    }
}
