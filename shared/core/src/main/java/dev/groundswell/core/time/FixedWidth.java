package dev.groundswell.core.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text that sorts like time: UTC, nanoseconds always written, e.g. {@code 2020-02-01T00:14:20.000000000Z}. */
public final class FixedWidth {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FixedWidth() {}

    /** @param instant of the years 0 to 9999 */
    public static String format(Instant instant) {
        return FORM.format(instant);
    }
}
