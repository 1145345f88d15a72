package dev.groundswell.bench.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A table in plain text: the first column to the left, the others to the right. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(List.of(head));
    }

    /** Adds a row; numbers are written as people read them. A row may be shorter than the head. */
    public Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toList());
        return this;
    }

    public List<String> lines() {
        var columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .filter(row -> row.size() > column)
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var column = 0; column < row.size(); column++) {
            var form = column == 0 ? "%-" + widths[column] + "s" : "  %" + widths[column] + "s";
            line.append(form.formatted(row.get(column)));
        }
        return line.toString().stripTrailing();
    }

    private static String text(Object cell) {
        return switch (cell) {
            case Double number when Math.abs(number) < 10 -> String.format(Locale.ROOT, "%.2f", number);
            case Double number when Math.abs(number) < 100 -> String.format(Locale.ROOT, "%.1f", number);
            case Double number -> String.format(Locale.ROOT, "%,.0f", number);
            case BigDecimal exact -> String.format(Locale.ROOT, "%,.2f", exact);
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            default -> cell.toString();
        };
    }
}
