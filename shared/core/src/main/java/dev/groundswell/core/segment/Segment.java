package dev.groundswell.core.segment;

import dev.groundswell.core.segment.rule.SegmentRule;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A segment that a store has saved.
 *
 * @param name        as people read it: 1 to 100 characters that are neither control characters nor blanks at an end
 * @param description what it is for; possibly empty, at most 1,000 characters
 * @param revision    1 when it is new, one more with each change
 */
public record Segment(
        SegmentId id,
        String name,
        String description,
        SegmentRule rule,
        Instant createdAt,
        Instant updatedAt,
        long revision) {

    /** They are shown in one list and looked through whenever one is changed; nobody finds his way among more. */
    public static final int MAX_PER_STORE = 200;

    private static final int MAX_DESCRIPTION = 1_000;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\s]([^\\p{Cntrl}]{0,98}[^\\p{Cntrl}\\s])?");

    public Segment {
        if (!isName(name) || !isDescription(description)) {
            throw new IllegalArgumentException("No segment has such a name or description: '" + name + "'.");
        }
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    public static boolean isDescription(String description) {
        return description.length() <= MAX_DESCRIPTION;
    }
}
