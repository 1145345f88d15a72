package dev.groundswell.core.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of ids that grow with time: the second, UTC, and eight hexadecimal digits, {@code 20261122T031205Z-5f3a9c1e}. */
public final class TimedId {

    private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{8}");

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TimedId() {}

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** @param digits by chance, or of a hash, so that no two of a second are alike */
    public static String of(Instant at, int digits) {
        return SECOND.format(at) + String.format(Locale.ROOT, "-%08x", digits);
    }

    /** The second of an id. */
    public static Instant at(String id) {
        return SECOND.parse(id.substring(0, id.indexOf('-')), Instant::from);
    }

    /** The same second, other digits. */
    public static String at(String sameSecond, int digits) {
        return sameSecond.substring(0, sameSecond.indexOf('-')) + String.format(Locale.ROOT, "-%08x", digits);
    }
}
