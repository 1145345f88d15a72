package dev.groundswell.core.audience;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a block. Each row has a code, an unsigned number: 0 is absent, a number is its difference to the block's least
 * one ({@link #base}) plus 1, a text its place in the block's {@link #dictionary} plus 1. A column that is never asked is
 * never decoded.
 */
public final class CodedColumn {

    private final byte[] bytes;
    private final int codesAt;
    private final int size;
    private final int width;
    private final boolean hasAbsent;
    private final long base;
    private final long maxCode;
    private final int dictionaryAt;
    private final int dictionaryLength;

    private volatile @Nullable BlockCodes codes;
    private volatile @Nullable List<String> dictionary;

    private CodedColumn(byte[] bytes, int size, Header header, int dictionaryAt) {
        this.bytes = bytes;
        this.size = size;
        this.width = header.width;
        this.hasAbsent = header.hasAbsent;
        this.base = header.base;
        this.maxCode = header.maxCode;
        this.dictionaryAt = dictionaryAt;
        this.dictionaryLength = header.length - width * size;
        this.codesAt = dictionaryAt + dictionaryLength;
    }

    /**
     * What stands before a column's bytes.
     *
     * @param code   of the {@link Column}
     * @param width  of a code, in bytes
     * @param length of the dictionary and the codes
     */
    record Header(int code, Column.Kind kind, int width, boolean hasAbsent, long base, long maxCode, int length) {

        static final int BYTES = 4 + Long.BYTES + Long.BYTES + Integer.BYTES;

        private static final int NUMBER = 0;
        private static final int TEXT = 1;

        static Header read(ByteBuffer in) {
            return new Header(
                    in.get() & 0xFF,
                    in.get() == TEXT ? Column.Kind.TEXT : Column.Kind.NUMBER,
                    in.get(),
                    in.get() != 0,
                    in.getLong(),
                    in.getLong(),
                    in.getInt());
        }

        void write(ByteBuffer out) {
            out.put((byte) code)
                    .put((byte) (kind == Column.Kind.TEXT ? TEXT : NUMBER))
                    .put((byte) width)
                    .put((byte) (hasAbsent ? 1 : 0))
                    .putLong(base)
                    .putLong(maxCode)
                    .putInt(length);
        }

        private boolean isPossible(int size) {
            var isWidth = width == 0 || width == 1 || width == 2 || width == 4 || width == 8;
            return isWidth && length >= width * size && (kind == Column.Kind.TEXT || length == width * size);
        }
    }

    /** Of which nothing is known: all rows are absent. */
    static CodedColumn absent(int size) {
        var column = new CodedColumn(new byte[0], size, new Header(0, Column.Kind.NUMBER, 0, size > 0, 0, 0, 0), 0);
        column.codes = new BlockCodes.Alike(0, size);
        return column;
    }

    /** @param at where the bytes behind the header begin */
    static CodedColumn of(byte[] bytes, int at, int size, Header header) {
        if (!header.isPossible(size)) {
            throw new BlockDamagedException("The header of column " + header.code + " is not one: " + header + ".");
        }
        return new CodedColumn(bytes, size, header, at);
    }

    public int size() {
        return size;
    }

    /** Bytes of a code: 1, 2, 4 or 8, and 0 where all rows are alike. */
    public int width() {
        return width;
    }

    /** Unsigned. */
    public long code(int row) {
        return codes().at(row);
    }

    /** 0 if a row is absent, else 1. */
    public long minCode() {
        return hasAbsent ? 0 : 1;
    }

    /** The greatest code of a row, unsigned; 0 if all are absent. */
    public long maxCode() {
        return maxCode;
    }

    /** The least number of a row; that of code 1. */
    public long base() {
        return base;
    }

    /** The number of a row of a column of numbers; null if it is absent. */
    public @Nullable Long number(int row) {
        var code = code(row);
        return code == 0 ? null : base + (code - 1);
    }

    /** The text of a row of a column of texts; null if it is absent. */
    public @Nullable String text(int row) {
        var code = code(row);
        return code == 0 ? null : dictionary().get((int) code - 1);
    }

    /** The texts of code 1, 2, …, in their natural order; empty for a column of numbers. */
    public List<String> dictionary() {
        var known = dictionary;
        if (known == null) {
            known = readDictionary();
            dictionary = known;
        }
        return known;
    }

    /**
     * Which of some rows have a code from {@code low} to {@code high}.
     *
     * @param rows of those from {@code 64 * word} on, as a word of a {@link RowSet}; none beyond the last row
     * @param low  unsigned, at most {@code high}
     * @param high unsigned, at most {@link #maxCode}
     */
    public long inRange(int word, long rows, long low, long high) {
        return codes().inRange(word, rows, low, high);
    }

    /**
     * Writes the codes of the rows from {@code 64 * word} on.
     *
     * @param into 64 codes; those beyond the last row are left as they are
     */
    public void copyCodes(int word, long[] into) {
        codes().copy(word, into);
    }

    private BlockCodes codes() {
        var known = codes;
        if (known == null) {
            known = BlockCodes.of(bytes, codesAt, width, size);
            codes = known;
        }
        return known;
    }

    private List<String> readDictionary() {
        var in = ByteBuffer.wrap(bytes, dictionaryAt, dictionaryLength);
        var texts = new ArrayList<String>();
        while (in.hasRemaining()) {
            var text = BlockText.read(in);
            if (text == null) {
                throw new BlockDamagedException("A dictionary has no absent text.");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }
}
