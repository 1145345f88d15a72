package dev.groundswell.core.history;

import dev.groundswell.core.history.SourceRecord.Bad;
import dev.groundswell.core.history.SourceRecord.Row;
import dev.groundswell.core.history.SourceRecord.Unreadable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a file: what it holds depends on the file and on where it begins, on nothing else, so whoever does it again
 * does the same.
 *
 * @param rows   how many records it has
 * @param end    where the next block begins
 * @param isLast whether nothing follows that could be read
 * @param broken why nothing follows, unless the file is simply over
 */
record Block(
        List<Entry> entries,
        long rows,
        Position end,
        long storedBytes,
        boolean isLast,
        @Nullable Unreadable broken) {

    Block {
        entries = List.copyOf(entries);
    }

    /** Of the records that can be read. */
    List<Map<String, Object>> values() {
        return entries.stream().flatMap(entry -> entry.values().stream()).toList();
    }

    sealed interface Entry {

        /** None, where it cannot be read. */
        List<Map<String, Object>> values();

        /** One record, or several that are converted together. */
        record Rows(List<Row> rows) implements Entry {
            public Rows {
                rows = List.copyOf(rows);
            }

            @Override
            public List<Map<String, Object>> values() {
                return rows.stream().map(Row::values).toList();
            }
        }

        record Line(Bad line) implements Entry {

            @Override
            public List<Map<String, Object>> values() {
                return List.of();
            }
        }
    }
}
