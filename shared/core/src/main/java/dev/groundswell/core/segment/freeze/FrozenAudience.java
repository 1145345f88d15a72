package dev.groundswell.core.segment.freeze;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who met a rule at one instant, for good: first being written down, then ready or failed. */
public sealed interface FrozenAudience {

    Facts facts();

    default AudienceId id() {
        return facts().id();
    }

    /** Its members are being written down. */
    record Freezing(Facts facts, Progress progress) implements FrozenAudience {}

    /**
     * All its members are there, each once.
     *
     * @param count        how many
     * @param manifestHash SHA-256, hexadecimal: the same rule at the same instant over the same index has the same one
     */
    record Ready(Facts facts, long count, String manifestHash, Instant at) implements FrozenAudience {}

    /** @param reason a sentence for the person who froze it: what is wrong, and what would help */
    record Failed(Facts facts, String reason, Instant at) implements FrozenAudience {}

    /**
     * What was asked for.
     *
     * @param name     as people call it
     * @param segment  the id of the segment that the rule was taken from; absent if it was written for this
     * @param rule     as the text language writes it
     * @param now      whole seconds: what {@code -90d} and {@code today} are counted from
     * @param frozenBy who asked for it, as their token names them
     */
    record Facts(AudienceId id, String name, @Nullable String segment, String rule, Instant now, String frozenBy) {}

    /**
     * How far it is.
     *
     * @param ranges  into how many it was cut; 0 until that is known
     * @param done    how many of them are there
     * @param members those in them
     */
    record Progress(int ranges, int done, long members) {

        public static final Progress NONE = new Progress(0, 0, 0);
    }
}
