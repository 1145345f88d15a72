package dev.groundswell.core.audience;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Packs the values of a column, row by row. */
record CodedColumnWriter(List<AudienceRow> rows) {

    /** The code after it would not be one; no count, amount or time comes near. */
    private static final long MAX_NUMBER = Long.MAX_VALUE - 1;

    /** Empty if all rows are absent: such a column is left out. */
    byte[] numbers(int code, Function<AudienceRow, @Nullable Long> value) {
        var min = Long.MAX_VALUE;
        var max = Long.MIN_VALUE;
        var known = 0;
        for (var row : rows) {
            var number = value.apply(row);
            if (number != null) {
                known++;
                min = Math.min(min, Math.min(number, MAX_NUMBER));
                max = Math.max(max, Math.min(number, MAX_NUMBER));
            }
        }
        if (known == 0) {
            return new byte[0];
        }
        var base = min;
        return column(code, Column.Kind.NUMBER, base, max - base + 1, known < rows.size(), new byte[0], row -> {
            var number = value.apply(rows.get((int) row));
            return number == null ? 0 : Math.min(number, MAX_NUMBER) - base + 1;
        });
    }

    /** Likewise. */
    byte[] texts(int code, Function<AudienceRow, @Nullable String> value) {
        var texts = new TreeSet<String>();
        rows.stream().map(value).filter(Objects::nonNull).forEach(texts::add);
        if (texts.isEmpty()) {
            return new byte[0];
        }
        var dictionary = new ByteArrayOutputStream();
        var codes = new HashMap<@Nullable String, Integer>();
        texts.forEach(text -> {
            BlockText.write(text, dictionary);
            codes.put(text, codes.size() + 1);
        });
        return column(
                code,
                Column.Kind.TEXT,
                0,
                texts.size(),
                rows.stream().anyMatch(row -> value.apply(row) == null),
                dictionary.toByteArray(),
                row -> codes.getOrDefault(value.apply(rows.get((int) row)), 0));
    }

    private byte[] column(
            int code,
            Column.Kind kind,
            long base,
            long maxCode,
            boolean hasAbsent,
            byte[] dictionary,
            LongUnaryOperator codeOfRow) {
        var width = maxCode == 1 && !hasAbsent ? 0 : width(maxCode);
        var length = dictionary.length + width * rows.size();
        var out = ByteBuffer.allocate(CodedColumn.Header.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        new CodedColumn.Header(code, kind, width, hasAbsent, base, maxCode, length).write(out);
        out.put(dictionary);
        for (var row = 0; width > 0 && row < rows.size(); row++) {
            put(out, width, codeOfRow.applyAsLong(row));
        }
        return out.array();
    }

    private static int width(long maxCode) {
        if (maxCode >>> Byte.SIZE == 0) {
            return Byte.BYTES;
        }
        if (maxCode >>> Short.SIZE == 0) {
            return Short.BYTES;
        }
        return maxCode >>> Integer.SIZE == 0 ? Integer.BYTES : Long.BYTES;
    }

    private static void put(ByteBuffer out, int width, long code) {
        switch (width) {
            case Byte.BYTES -> out.put((byte) code);
            case Short.BYTES -> out.putShort((short) code);
            case Integer.BYTES -> out.putInt((int) code);
            default -> out.putLong(code);
        }
    }
}
