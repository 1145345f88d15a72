package dev.groundswell.core.audience;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The codes of a column, as unsigned numbers, in the narrowest form that holds them. Tests are asked for 64 rows at once and
 * answered as a word of a {@link RowSet}: a loop over a primitive array without a branch for each width. Where few of the 64
 * are asked for, only they are looked at.
 *
 * <p>A code is in a range if its distance from the lowest is, as an unsigned number, at most the range's span. The loops
 * gather, from the last row to the first, the sign bit of what is left of the span: set where a code is outside.
 */
sealed interface BlockCodes {

    long at(int row);

    /**
     * Which of some rows have a code from {@code low} to {@code high}, both included.
     *
     * @param rows of those from {@code 64 * word} on
     * @param low  at most {@code high}, both within what the width can hold
     */
    long inRange(int word, long rows, long low, long high);

    /** Writes the codes of the rows from {@code 64 * word} on; what is beyond the last row is left as it is. */
    void copy(int word, long[] into);

    /**
     * Reads codes.
     *
     * @param width 0, 1, 2, 4 or 8 bytes each, the lowest first; of width 0 all are 1
     */
    static BlockCodes of(byte[] bytes, int offset, int width, int size) {
        var codes = ByteBuffer.wrap(bytes, offset, width * size).order(ByteOrder.LITTLE_ENDIAN);
        return switch (width) {
            case 0 -> new Alike(1, size);
            case 1 -> new Bytes(bytes, offset, size);
            case 2 -> {
                var shorts = new short[size];
                codes.asShortBuffer().get(shorts);
                yield new Shorts(shorts);
            }
            case 4 -> {
                var ints = new int[size];
                codes.asIntBuffer().get(ints);
                yield new Ints(ints);
            }
            default -> {
                var longs = new long[size];
                codes.asLongBuffer().get(longs);
                yield new Longs(longs);
            }
        };
    }

    private static int end(int word, int size) {
        return Math.min(size, (word + 1) << 6);
    }

    /** All rows have the same code. */
    record Alike(long code, int size) implements BlockCodes {

        @Override
        public long at(int row) {
            return code;
        }

        @Override
        public long inRange(int word, long rows, long low, long high) {
            return Long.compareUnsigned(code - low, high - low) <= 0 ? rows : 0;
        }

        @Override
        public void copy(int word, long[] into) {
            for (var i = word << 6; i < end(word, size); i++) {
                into[i & 63] = code;
            }
        }
    }

    /** A view on the block's own bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] codes, int offset, int size) implements BlockCodes {

        /** Eight rows cost about as much as one that is looked at alone. */
        private static final int FEW = 8;

        private static final VarHandle EIGHT =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

        private static final long EACH = 0x0101010101010101L;
        private static final long HIGHEST = 0x8080808080808080L;

        /** Multiplied with it, the lowest bits of eight bytes come together in the highest byte. */
        private static final long GATHER = 0x0102040810204080L;

        @Override
        public long at(int row) {
            return codes[offset + row] & 0xFF;
        }

        @Override
        public long inRange(int word, long rows, long low, long high) {
            var from = offset + (word << 6);
            if (Long.bitCount(rows) <= FEW) {
                return few(codes, from, rows, (int) low, (int) (high - low));
            }
            if (end(word, size) - (word << 6) == Long.SIZE) {
                return rows & ~eights(codes, from, low * EACH, (high - low) * EACH);
            }
            return rows & ~outside(codes, from, offset + size, (int) low, (int) (high - low));
        }

        private static long few(byte[] codes, int from, long rows, int low, int span) {
            var found = 0L;
            for (var left = rows; left != 0; left &= left - 1) {
                var row = Long.numberOfTrailingZeros(left);
                found |= (long) (~(span - ((codes[from + row] - low) & 0xFF)) >>> 31) << row;
            }
            return found;
        }

        private static long outside(byte[] codes, int from, int to, int low, int span) {
            var outside = 0L;
            for (var i = to - 1; i >= from; i--) {
                outside = (outside << 1) | ((span - ((codes[i] - low) & 0xFF)) >>> 31);
            }
            return outside;
        }

        /** Eight rows at once, each in a byte of a word. */
        private static long eights(byte[] codes, int from, long lows, long spans) {
            var outside = 0L;
            for (var i = from + 56; i >= from; i -= 8) {
                outside = (outside << 8) | outside((long) EIGHT.get(codes, i), lows, spans);
            }
            return outside;
        }

        /** Byte by byte the distance from the lowest, without borrowing from the next, and whether it exceeds the span. */
        private static long outside(long eight, long lows, long spans) {
            var distances = ((eight | HIGHEST) - (lows & ~HIGHEST)) ^ ((eight ^ ~lows) & HIGHEST);
            var exceed = (distances & ~spans) | (~(distances ^ spans) & ~((spans | HIGHEST) - (distances & ~HIGHEST)));
            return (((exceed & HIGHEST) >>> 7) * GATHER) >>> 56;
        }

        @Override
        public void copy(int word, long[] into) {
            for (var i = word << 6; i < end(word, size); i++) {
                into[i & 63] = codes[offset + i] & 0xFF;
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Shorts(short[] codes) implements BlockCodes {

        private static final int FEW = 20;

        @Override
        public long at(int row) {
            return codes[row] & 0xFFFF;
        }

        @Override
        public long inRange(int word, long rows, long low, long high) {
            return Long.bitCount(rows) <= FEW
                    ? few(codes, word << 6, rows, (int) low, (int) (high - low))
                    : rows & ~outside(codes, word << 6, end(word, codes.length), (int) low, (int) (high - low));
        }

        private static long few(short[] codes, int from, long rows, int low, int span) {
            var found = 0L;
            for (var left = rows; left != 0; left &= left - 1) {
                var row = Long.numberOfTrailingZeros(left);
                found |= (long) (~(span - ((codes[from + row] - low) & 0xFFFF)) >>> 31) << row;
            }
            return found;
        }

        private static long outside(short[] codes, int from, int to, int low, int span) {
            var outside = 0L;
            for (var i = to - 1; i >= from; i--) {
                outside = (outside << 1) | ((span - ((codes[i] - low) & 0xFFFF)) >>> 31);
            }
            return outside;
        }

        @Override
        public void copy(int word, long[] into) {
            for (var i = word << 6; i < end(word, codes.length); i++) {
                into[i & 63] = codes[i] & 0xFFFF;
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Ints(int[] codes) implements BlockCodes {

        private static final int FEW = 20;

        @Override
        public long at(int row) {
            return Integer.toUnsignedLong(codes[row]);
        }

        @Override
        public long inRange(int word, long rows, long low, long high) {
            return Long.bitCount(rows) <= FEW
                    ? few(codes, word << 6, rows, (int) low, high - low)
                    : rows & ~outside(codes, word << 6, end(word, codes.length), (int) low, high - low);
        }

        private static long few(int[] codes, int from, long rows, int low, long span) {
            var found = 0L;
            for (var left = rows; left != 0; left &= left - 1) {
                var row = Long.numberOfTrailingZeros(left);
                found |= (~(span - Integer.toUnsignedLong(codes[from + row] - low)) >>> 63) << row;
            }
            return found;
        }

        private static long outside(int[] codes, int from, int to, int low, long span) {
            var outside = 0L;
            for (var i = to - 1; i >= from; i--) {
                outside = (outside << 1) | ((span - Integer.toUnsignedLong(codes[i] - low)) >>> 63);
            }
            return outside;
        }

        @Override
        public void copy(int word, long[] into) {
            for (var i = word << 6; i < end(word, codes.length); i++) {
                into[i & 63] = Integer.toUnsignedLong(codes[i]);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Longs(long[] codes) implements BlockCodes {

        private static final int FEW = 20;

        @Override
        public long at(int row) {
            return codes[row];
        }

        @Override
        public long inRange(int word, long rows, long low, long high) {
            return Long.bitCount(rows) <= FEW
                    ? few(codes, word << 6, rows, low, high - low)
                    : rows & ~outside(codes, word << 6, end(word, codes.length), low, high - low);
        }

        private static long few(long[] codes, int from, long rows, long low, long span) {
            var found = 0L;
            for (var left = rows; left != 0; left &= left - 1) {
                var row = Long.numberOfTrailingZeros(left);
                found |= (Long.compareUnsigned(codes[from + row] - low, span) <= 0 ? 1L : 0L) << row;
            }
            return found;
        }

        private static long outside(long[] codes, int from, int to, long low, long span) {
            var outside = 0L;
            for (var i = to - 1; i >= from; i--) {
                outside = (outside << 1) | (Long.compareUnsigned(codes[i] - low, span) > 0 ? 1L : 0L);
            }
            return outside;
        }

        @Override
        public void copy(int word, long[] into) {
            var from = word << 6;
            System.arraycopy(codes, from, into, 0, end(word, codes.length) - from);
        }
    }
}
