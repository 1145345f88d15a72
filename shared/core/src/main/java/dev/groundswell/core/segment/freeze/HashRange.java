package dev.groundswell.core.segment.freeze;

/** Hashes of customers, as unsigned numbers, both ends included. */
public record HashRange(long from, long to) {

    /** All hashes. */
    public static final HashRange ALL = new HashRange(0, -1);

    public boolean has(long hash) {
        return Long.compareUnsigned(hash, from) >= 0 && Long.compareUnsigned(hash, to) <= 0;
    }
}
