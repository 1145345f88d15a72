package dev.groundswell.core.segment.freeze;

import dev.groundswell.core.audience.AudienceIndex;

/**
 * A part of an audience that one worker writes down.
 *
 * @param number from 0 in each shard
 */
public record RangeId(int shard, int number) implements Comparable<RangeId> {

    /** As many as keys have digits for; a shard of 200 million customers. */
    public static final int MAX_NUMBER = 9_999;

    public RangeId {
        if (!isValid(shard, number)) {
            throw new IllegalArgumentException("There is no range " + number + " of shard " + shard + ".");
        }
    }

    public static boolean isValid(int shard, int number) {
        return shard >= 0 && shard < AudienceIndex.SHARDS && number >= 0 && number <= MAX_NUMBER;
    }

    @Override
    public int compareTo(RangeId other) {
        return shard != other.shard ? Integer.compare(shard, other.shard) : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return shard + "/" + number;
    }
}
