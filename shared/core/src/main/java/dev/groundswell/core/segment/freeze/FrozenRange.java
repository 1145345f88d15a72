package dev.groundswell.core.segment.freeze;

/**
 * A range that is written down: the attempt that was elected, of all that there may have been.
 *
 * @param chunks how many, numbered from 0
 * @param hash   SHA-256 of its members, hexadecimal
 */
public record FrozenRange(RangeId id, String attempt, long members, int chunks, String hash) {}
