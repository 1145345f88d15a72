package dev.groundswell.core.message;

import dev.groundswell.core.time.FixedWidth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * That a bar was set to an address, or lifted. Of two the later one counts; at the same instant, the one that sets it.
 *
 * @param inForce false if it was lifted
 * @param at      when that happened, 1970 to 9999
 * @param source  how it became known, e.g. {@code sms-reply}: 1 to 40 letters, digits and hyphens
 * @param by      who or what told: a token's subject, a provider, an event: 1 to 255 characters
 */
public record Barring(boolean inForce, Instant at, String source, String by) {

    /** As long as a token's subject may be. */
    public static final int MAX_BY = 255;

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int PARTS = 4;

    public Barring {
        if (!SOURCE.matcher(source).matches() || by.isEmpty() || by.length() > MAX_BY) {
            throw new IllegalArgumentException(
                    "A barring has a source of 1 to 40 letters, digits and hyphens, and 1 to " + MAX_BY
                            + " characters of who told.");
        }
        if (at.isBefore(Instant.EPOCH) || at.isAfter(AFTER_ALL)) {
            throw new IllegalArgumentException("A barring is of the years 1970 to 9999.");
        }
    }

    /** Whether this counts and not {@code other}, which is of the same address and bar. */
    public boolean overrules(Barring other) {
        return Arrays.compareUnsigned(utf8(rank()), utf8(other.rank())) > 0;
    }

    /** All of it as a text. The greater one counts, compared byte by byte as UTF-8; source and teller only make it the same for any order of arrival. */
    public String rank() {
        return FixedWidth.format(at) + "/" + (inForce ? 1 : 0) + "/" + source + "/" + by;
    }

    /** Reads what {@link #rank} wrote. */
    public static Barring ofRank(String rank) {
        var parts = rank.split("/", PARTS);
        return new Barring(parts[1].equals("1"), Instant.parse(parts[0]), parts[2], parts[3]);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
