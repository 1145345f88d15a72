package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.time.TimedId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The id of a frozen audience, which grows with time: {@code 20261122T031205Z-5f3a9c1e}. The same rule at the same second is
 * the same audience, so asking twice freezes once.
 */
public record AudienceId(String value) implements Comparable<AudienceId> {

    public AudienceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No frozen audience is named '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return TimedId.isValid(value);
    }

    /** @param rule as the text language writes it */
    public static AudienceId of(Instant now, String rule) {
        var hash = Sha256.digest().digest(rule.getBytes(StandardCharsets.UTF_8));
        return new AudienceId(TimedId.of(now, ByteBuffer.wrap(hash).getInt()));
    }

    /** When it was begun. */
    public Instant at() {
        return TimedId.at(value);
    }

    @Override
    public int compareTo(AudienceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
