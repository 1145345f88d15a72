package dev.groundswell.core.segment;

import dev.groundswell.core.segment.rule.RuleLimits;

/** The id of a segment, as rules name it: 1 to 60 lower-case letters, digits and hyphens. */
public record SegmentId(String value) implements Comparable<SegmentId> {

    public SegmentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A segment's id is 1 to 60 lower-case letters, digits and hyphens, not '" + value + "'.");
        }
    }

    public static boolean isValid(String value) {
        return RuleLimits.ID.matcher(value).matches();
    }

    @Override
    public int compareTo(SegmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
