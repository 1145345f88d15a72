package dev.groundswell.core.customer;

import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.time.FixedWidth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * What a person said about messages by a channel. Of two, the later one counts; said at the same instant, the withdrawal.
 *
 * @param at     when the person said so, 1970 to 9999
 * @param source how it became known, e.g. {@code checkout} or {@code sms-reply}: 1 to 100 characters
 * @param by     who recorded it, e.g. the subject of a token: 1 to 255 characters
 */
public record Consent(Channel channel, State state, Instant at, String source, String by) {

    public static final int MAX_SOURCE = 100;

    /** As long as a token's subject may be. */
    public static final int MAX_BY = 255;

    private static final Instant BEFORE_ALL = Instant.EPOCH;
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** What was said. */
    public enum State {
        GIVEN,
        WITHDRAWN
    }

    public Consent {
        requireLength("source", source, MAX_SOURCE);
        requireLength("by", by, MAX_BY);
        if (at.isBefore(BEFORE_ALL) || at.isAfter(AFTER_ALL)) {
            throw new IllegalArgumentException("A consent is of the years 1970 to 9999.");
        }
    }

    public boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** Whether this counts and not {@code other}, which is of the same person and channel. */
    public boolean overrules(Consent other) {
        return Arrays.compareUnsigned(utf8(rank()), utf8(other.rank())) > 0;
    }

    /** The greater one counts, compared byte by byte as UTF-8; source and author only make it the same for any order of arrival. */
    public String rank() {
        return FixedWidth.format(at) + "/" + (isWithdrawn() ? 1 : 0) + "/" + source + "/" + by;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void requireLength(String name, String text, int max) {
        if (text.isEmpty() || text.length() > max) {
            throw new IllegalArgumentException("A consent's " + name + " has 1 to " + max + " characters.");
        }
    }
}
