package dev.groundswell.core.segment.plan;

import dev.groundswell.core.audience.CodedColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The codes of a column of one block for which a test holds, its negation aside: ranges of unsigned numbers, ascending, without
 * overlaps and never 0.
 */
@SuppressWarnings("ArrayRecordComponent")
record CodeRanges(long[] lows, long[] highs) {

    private record Range(long low, long high) {}

    /** Numbers have the order of their codes. */
    static CodeRanges of(CodedColumn column, NumberTest test) {
        var ranges = new ArrayList<Range>();
        if (column.maxCode() == 0) {
            return of(ranges);
        }
        var known = new Span(column.base(), column.base() + (column.maxCode() - 1));
        for (var span : test.spans()) {
            var both = span.and(known);
            if (!both.isEmpty()) {
                ranges.add(new Range(both.from() - column.base() + 1, both.to() - column.base() + 1));
            }
        }
        return of(ranges);
    }

    static CodeRanges of(CodedColumn column, TextTest test) {
        if (test.any()) {
            return of(column.maxCode() == 0 ? List.of() : List.of(new Range(1, column.maxCode())));
        }
        var dictionary = column.dictionary();
        return of(test.texts().stream()
                .map(text -> Collections.binarySearch(dictionary, text))
                .filter(place -> place >= 0)
                .map(place -> new Range(place + 1, place + 1))
                .toList());
    }

    private static CodeRanges of(List<Range> ranges) {
        var merged = new ArrayList<Range>();
        ranges.stream()
                .sorted((one, other) -> Long.compareUnsigned(one.low, other.low))
                .forEach(range -> merge(range, merged));
        return new CodeRanges(
                merged.stream().mapToLong(Range::low).toArray(),
                merged.stream().mapToLong(Range::high).toArray());
    }

    private static void merge(Range range, List<Range> merged) {
        var last = merged.isEmpty() ? null : merged.getLast();
        if (last == null || Long.compareUnsigned(range.low - 1, last.high) > 0) {
            merged.add(range);
            return;
        }
        var high = Collections.max(List.of(last.high, range.high), Long::compareUnsigned);
        merged.set(merged.size() - 1, new Range(last.low, high));
    }

    int size() {
        return lows.length;
    }

    boolean isEmpty() {
        return lows.length == 0;
    }

    long low(int range) {
        return lows[range];
    }

    long high(int range) {
        return highs[range];
    }

    boolean hasAll(CodedColumn column) {
        return lows.length == 1 && lows[0] == column.minCode() && highs[0] == column.maxCode();
    }

    boolean has(long code) {
        var from = 0;
        var to = lows.length - 1;
        while (from <= to) {
            var middle = (from + to) >>> 1;
            if (Long.compareUnsigned(code, lows[middle]) < 0) {
                to = middle - 1;
            } else if (Long.compareUnsigned(code, highs[middle]) > 0) {
                from = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
