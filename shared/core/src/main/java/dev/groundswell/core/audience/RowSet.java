package dev.groundswell.core.audience;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Some of the rows of a block, as a bitmap: row {@code r} is bit {@code r % 64} of word {@code r / 64}. */
public final class RowSet {

    private final int size;
    private final long[] words;

    /** None of {@code size} rows. */
    public RowSet(int size) {
        this(size, new long[words(size)]);
    }

    private RowSet(int size, long[] words) {
        this.size = size;
        this.words = words;
    }

    public static RowSet all(int size) {
        var all = new RowSet(size);
        Arrays.fill(all.words, -1L);
        if (size % Long.SIZE != 0) {
            all.words[all.words.length - 1] = lastWord(size);
        }
        return all;
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws BlockDamagedException if it is not a set of so many rows
     */
    public static RowSet ofBytes(int size, byte[] bytes) {
        if (size < 0 || bytes.length != words(size) * Long.BYTES) {
            throw new BlockDamagedException("A set of " + size + " rows does not take " + bytes.length + " bytes.");
        }
        var set = new RowSet(size);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(set.words);
        if (size % Long.SIZE != 0 && (set.words[set.words.length - 1] & ~lastWord(size)) != 0) {
            throw new BlockDamagedException("A set of " + size + " rows has a row beyond them.");
        }
        return set;
    }

    /** Eight bytes for each begun 64 rows. */
    public byte[] toBytes() {
        var bytes = new byte[words.length * Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(words);
        return bytes;
    }

    /** How many rows there are, in the set or not. */
    public int size() {
        return size;
    }

    public boolean has(int row) {
        return (words[check(row) >> 6] >>> row & 1) != 0;
    }

    public void add(int row) {
        words[check(row) >> 6] |= 1L << row;
    }

    public void remove(int row) {
        words[check(row) >> 6] &= ~(1L << row);
    }

    /** How many rows are in the set. */
    public int count() {
        var count = 0;
        for (var word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    public boolean isEmpty() {
        for (var word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    public RowSet copy() {
        return new RowSet(size, words.clone());
    }

    /** The rows of both, as a new set. */
    public RowSet and(RowSet other) {
        var both = sameSize(other).copy();
        for (var i = 0; i < words.length; i++) {
            both.words[i] &= words[i];
        }
        return both;
    }

    /** The rows of either, as a new set. */
    public RowSet or(RowSet other) {
        var either = sameSize(other).copy();
        for (var i = 0; i < words.length; i++) {
            either.words[i] |= words[i];
        }
        return either;
    }

    /** The rows of this set that are not in the other, as a new set. */
    public RowSet andNot(RowSet other) {
        var rest = copy();
        for (var i = 0; i < words.length; i++) {
            rest.words[i] &= ~sameSize(other).words[i];
        }
        return rest;
    }

    /** Visits the rows of the set in their order. */
    public void forEach(IntConsumer visitor) {
        for (var i = 0; i < words.length; i++) {
            for (var left = words[i]; left != 0; left &= left - 1) {
                visitor.accept((i << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }

    /** How many words of 64 rows there are. */
    public int words() {
        return words.length;
    }

    /** The rows from {@code 64 * index} on, the first in the lowest bit. */
    public long word(int index) {
        return words[index];
    }

    /** Puts the rows from {@code 64 * index} on; the bits of rows that there are not must be 0. */
    public void setWord(int index, long word) {
        words[index] = word;
    }

    /** How many words {@code rows} rows take. */
    public static int words(int rows) {
        return (rows + Long.SIZE - 1) >> 6;
    }

    private static long lastWord(int size) {
        return -1L >>> (Long.SIZE - size % Long.SIZE);
    }

    private int check(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("There is no row " + row + " of " + size + ".");
        }
        return row;
    }

    private RowSet sameSize(RowSet other) {
        if (other.size != size) {
            throw new IllegalArgumentException("Sets of " + size + " and of " + other.size + " rows do not compare.");
        }
        return other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowSet that && size == that.size && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "RowSet[" + count() + " of " + size + "]";
    }
}
