package dev.groundswell.core.audience;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** The id of a stored block: when it was made, and some digits by chance: {@code 20261122T031205.123Z-5f3a9c1e00aa41d2}. */
public record BlockId(String value) implements Comparable<BlockId> {

    private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z-[0-9a-f]{16}");

    private static final DateTimeFormatter MILLISECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public BlockId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("No block is named '" + value + "'.");
        }
    }

    /** @param digits by chance, so that no two blocks ever have the same id */
    public static BlockId of(Instant madeAt, long digits) {
        return new BlockId(MILLISECOND.format(madeAt) + String.format(Locale.ROOT, "-%016x", digits));
    }

    public Instant madeAt() {
        return MILLISECOND.parse(value.substring(0, value.indexOf('-')), Instant::from);
    }

    @Override
    public int compareTo(BlockId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
