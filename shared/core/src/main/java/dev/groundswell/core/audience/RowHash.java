package dev.groundswell.core.audience;

import dev.groundswell.core.order.BuyerId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A buyer's 64 bits, by which the index finds and orders customers: the first eight bytes of the SHA-256 of the id in UTF-8,
 * the first byte the highest. It is stored, so it never changes.
 *
 * <p>Two of a million buyers share a hash with a chance of 1 in 37 million; one of them would then be missing.
 */
public final class RowHash {

    private RowHash() {}

    public static long of(BuyerId buyer) {
        return ofText(buyer.value());
    }

    /**
     * The shard of a hash: its share of all hashes, as unsigned numbers. So the shards are ranges of hashes one after another,
     * and of 16 shards the highest four bits tell.
     */
    public static int shardOf(long hash, int shards) {
        return (int) Math.unsignedMultiplyHigh(hash, shards);
    }

    /** The hash of a seed, which {@link #mixed} needs. */
    public static long ofSeed(String seed) {
        return ofText(seed);
    }

    /**
     * Another 64 bits for each seed, independent of each other as far as chance can tell: SplitMix64's finisher over both.
     *
     * @param seedHash of {@link #ofSeed}
     */
    public static long mixed(long hash, long seedHash) {
        var mixed = hash ^ seedHash;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static long ofText(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
