package dev.groundswell.core.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way in which times are written, with the zone that is meant where they do not say their offset. */
final class TimeFormat {

    private static final String ISO = "ISO";
    private static final String UNIX_SECONDS = "UNIX_SECONDS";
    private static final String UNIX_MILLIS = "UNIX_MILLIS";

    /** The same years as order changes: outside of them a time is a mistake, or no time at all. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2199;

    /** Longer text is no time; patterns with optional parts would only take long to find out. */
    private static final int MAX_LENGTH = 64;

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
            var formatter = formatter(form);
            var sample = OffsetDateTime.of(2020, 2, 29, 23, 59, 58, 0, ZoneOffset.UTC);
            read(formatter, formatter.format(sample.atZoneSameInstant(ZoneOffset.UTC)), ZoneOffset.UTC);
            return true;
        } catch (IllegalArgumentException | DateTimeException notAPattern) {
            return false;
        }
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

    /** With its offset, or without one; with a {@code T} or a blank before the hours; or a date alone. */
    private OffsetDateTime iso(String written) {
        var text = written.length() > 10 && written.charAt(10) == ' '
                ? written.substring(0, 10) + 'T' + written.substring(11)
                : written;
        return resolved(
                text.length() <= 10
                        ? LocalDate.parse(text)
                        : DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from),
                zone);
    }

    private static OffsetDateTime read(DateTimeFormatter formatter, String written, ZoneId zone) {
        return resolved(formatter.parseBest(written, OffsetDateTime::from, LocalDateTime::from, LocalDate::from), zone);
    }

    private static OffsetDateTime resolved(TemporalAccessor time, ZoneId zone) {
        return switch (time) {
            case OffsetDateTime withOffset -> withOffset;
            case LocalDateTime local -> local.atZone(zone).toOffsetDateTime();
            case LocalDate date -> date.atStartOfDay(zone).toOffsetDateTime();
            default -> throw new DateTimeException("No date.");
        };
    }
}
