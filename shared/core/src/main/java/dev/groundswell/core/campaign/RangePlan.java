package dev.groundswell.core.campaign;

import dev.groundswell.core.segment.freeze.RangeId;

/**
 * What a range of an audience comes to, once all its messages were made.
 *
 * @param parts  of all its messages
 * @param amount what they cost at most, in minor units: the sum of its chunks'
 */
public record RangePlan(RangeId range, int chunks, long members, long parts, long amount) {}
