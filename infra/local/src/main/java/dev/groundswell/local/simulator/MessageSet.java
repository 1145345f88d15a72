package dev.groundswell.local.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids of messages by the millions, at sixteen bytes each: of an id only a hash of 64 bits is kept. That two of a million ids
 * have the same one, and a message is taken for another, happens once in some forty million runs.
 *
 * <p>Not safe for several threads.
 */
final class MessageSet {

    private static final int FIRST_CAPACITY = 1 << 10;

    /** Open addressing: the next free place is near while half of them are free. */
    private static final int FREE_OF_ALL = 2;

    private static final long FREE = 0;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[FIRST_CAPACITY];
    private int size;

    /** @return whether it was not there before */
    boolean add(String id) {
        if (!place(hashes, hash(id))) {
            return false;
        }
        size++;
        if (size * FREE_OF_ALL > hashes.length) {
            grow();
        }
        return true;
    }

    boolean contains(String id) {
        var hash = hash(id);
        var at = firstPlace(hashes, hash);
        while (hashes[at] != FREE && hashes[at] != hash) {
            at = next(hashes, at);
        }
        return hashes[at] == hash;
    }

    int size() {
        return size;
    }

    private void grow() {
        var larger = new long[hashes.length * 2];
        Arrays.stream(hashes).filter(hash -> hash != FREE).forEach(hash -> place(larger, hash));
        hashes = larger;
    }

    private static boolean place(long[] hashes, long hash) {
        var at = firstPlace(hashes, hash);
        while (hashes[at] != FREE) {
            if (hashes[at] == hash) {
                return false;
            }
            at = next(hashes, at);
        }
        hashes[at] = hash;
        return true;
    }

    private static int firstPlace(long[] hashes, long hash) {
        return (int) (hash & (hashes.length - 1));
    }

    private static int next(long[] hashes, int at) {
        return at + 1 & hashes.length - 1;
    }

    /** FNV-1a, then mixed as MurmurHash3 does, so that its low bits depend on all of the id. */
    private static long hash(String id) {
        var hash = FNV_OFFSET;
        for (var letter : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ letter) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == FREE ? 1 : hash;
    }
}
