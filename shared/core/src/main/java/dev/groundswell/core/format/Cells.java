package dev.groundswell.core.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CSV row's cells by header, whatever blanks, byte order marks or spreadsheet quotes stand around both. */
final class Cells {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Map<String, ?> cells;

    private Cells(Map<String, ?> cells) {
        this.cells = cells;
    }

    static Cells of(Map<String, ?> row) {
        for (var header : row.keySet()) {
            if (!isClean(header)) {
                return new Cells(cleaned(row));
            }
        }
        return new Cells(row);
    }

    /** A header as it is looked up. */
    static String name(String header) {
        var start = !header.isEmpty() && header.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        return header.substring(start).strip();
    }

    /** The cell's text without what stands around it; {@code null} if there is no such column, or nothing in it. */
    @Nullable
    String text(String column) {
        var cell = cells.get(column);
        return cell == null ? null : emptyToNull(unquoted(cell.toString().strip()));
    }

    /** The texts of several columns that are not empty, joined. */
    @Nullable
    String text(List<String> columns, String separator) {
        if (columns.size() == 1) {
            return text(columns.getFirst());
        }
        var joined = new StringBuilder();
        for (var column : columns) {
            var text = text(column);
            if (text != null) {
                joined.append(joined.isEmpty() ? "" : separator).append(text);
            }
        }
        return emptyToNull(joined.toString());
    }

    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** {@code ="123"} and {@code '123}, which keep a spreadsheet from reading an id as a number, as {@code 123}. */
    private static String unquoted(String cell) {
        if (cell.length() >= 3 && cell.startsWith("=\"") && cell.endsWith("\"")) {
            return cell.substring(2, cell.length() - 1).strip();
        }
        return cell.length() >= 2 && cell.charAt(0) == '\'' && isDigit(cell.charAt(1)) ? cell.substring(1) : cell;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static boolean isClean(String header) {
        return header.isEmpty() || !(isOutside(header.charAt(0)) || isOutside(header.charAt(header.length() - 1)));
    }

    private static boolean isOutside(char c) {
        return c == BYTE_ORDER_MARK || Character.isWhitespace(c);
    }

    private static Map<String, Object> cleaned(Map<String, ?> row) {
        var cleaned = HashMap.<String, Object>newHashMap(row.size());
        row.forEach((header, cell) -> {
            if (cell != null) {
                cleaned.putIfAbsent(name(header), cell);
            }
        });
        return cleaned;
    }
}
