package dev.groundswell.core.audience;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The codes of a column, as unsigned numbers, in the narrowest form that holds them. Tests are asked for 64 rows at once and
 * answered as a word of a {@link RowSet}: a loop over a primitive array without a branch for each width.
 */
sealed interface BlockCodes {

    long at(int row);

    /**
     * Which of the 64 rows from {@code 64 * word} on have a code from {@code low} to {@code high}, both included.
     *
     * @param low  at most {@code high}, both within what the width can hold
     */
    long inRange(int word, long low, long high);

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
        public long inRange(int word, long low, long high) {
            var rows = end(word, size) - (word << 6);
            return Long.compareUnsigned(code - low, high - low) <= 0 ? -1L >>> (Long.SIZE - rows) : 0;
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

        @Override
        public long at(int row) {
            return codes[offset + row] & 0xFF;
        }

        @Override
        public long inRange(int word, long low, long high) {
            return inRange(codes, offset + (word << 6), offset + end(word, size), (int) low, (int) (high - low));
        }

        private static long inRange(byte[] codes, int from, int to, int low, int span) {
            var found = 0L;
            for (var i = from; i < to; i++) {
                found |= (long) (((span - ((codes[i] - low) & 0xFF)) >>> 31) ^ 1) << (i - from);
            }
            return found;
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

        @Override
        public long at(int row) {
            return codes[row] & 0xFFFF;
        }

        @Override
        public long inRange(int word, long low, long high) {
            return inRange(codes, word << 6, end(word, codes.length), (int) low, (int) (high - low));
        }

        private static long inRange(short[] codes, int from, int to, int low, int span) {
            var found = 0L;
            for (var i = from; i < to; i++) {
                found |= (long) (((span - ((codes[i] - low) & 0xFFFF)) >>> 31) ^ 1) << i;
            }
            return found;
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

        @Override
        public long at(int row) {
            return Integer.toUnsignedLong(codes[row]);
        }

        @Override
        public long inRange(int word, long low, long high) {
            return inRange(codes, word << 6, end(word, codes.length), (int) low, high - low);
        }

        private static long inRange(int[] codes, int from, int to, int low, long span) {
            var found = 0L;
            for (var i = from; i < to; i++) {
                found |= (((span - Integer.toUnsignedLong(codes[i] - low)) >>> 63) ^ 1) << i;
            }
            return found;
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

        @Override
        public long at(int row) {
            return codes[row];
        }

        @Override
        public long inRange(int word, long low, long high) {
            return inRange(codes, word << 6, end(word, codes.length), low, high - low + Long.MIN_VALUE);
        }

        /** @param span so shifted that a signed comparison is an unsigned one */
        private static long inRange(long[] codes, int from, int to, long low, long span) {
            var found = 0L;
            for (var i = from; i < to; i++) {
                found |= (codes[i] - low + Long.MIN_VALUE <= span ? 1L : 0L) << i;
            }
            return found;
        }

        @Override
        public void copy(int word, long[] into) {
            var from = word << 6;
            System.arraycopy(codes, from, into, 0, end(word, codes.length) - from);
        }
    }
}
