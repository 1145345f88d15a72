package dev.groundswell.core.history;

import dev.groundswell.core.history.Block.Entry;
import dev.groundswell.core.history.SourceRecord.Bad;
import dev.groundswell.core.history.SourceRecord.End;
import dev.groundswell.core.history.SourceRecord.Row;
import dev.groundswell.core.history.SourceRecord.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a file into blocks, never through the rows of one order. */
final class BlockReader {

    private final Records records;
    private final RowConversion conversion;
    private final int maxRows;

    /** What was read and belongs to the next block. */
    private @Nullable SourceRecord ahead;

    /** Before {@link #ahead}, if there is one, else where the records are. */
    private Position position;

    private long storedBytes;

    /** @param conversion knows which rows are converted together */
    BlockReader(Records records, RowConversion conversion, int maxRows) {
        this.records = records;
        this.conversion = conversion;
        this.maxRows = maxRows;
        this.position = records.position();
    }

    Block next() {
        var entries = new ArrayList<Entry>();
        var rows = 0L;
        var characters = 0L;
        while (rows < maxRows && characters < ImportLimits.BLOCK_CHARACTERS) {
            var record = take();
            switch (record) {
                case End() -> {
                    return new Block(entries, rows, position, storedBytes, true, null);
                }
                case Unreadable broken -> {
                    return new Block(entries, rows, position, storedBytes, true, broken);
                }
                case Bad bad -> {
                    entries.add(new Entry.Line(bad));
                    rows++;
                    characters += bad.text().length();
                }
                case Row row -> {
                    var together = together(row);
                    entries.add(new Entry.Rows(together));
                    rows += together.size();
                    characters += together.stream()
                            .mapToLong(one -> one.text().length())
                            .sum();
                }
            }
        }
        return new Block(entries, rows, position, storedBytes, false, null);
    }

    private List<Row> together(Row first) {
        var rows = new ArrayList<Row>();
        rows.add(first);
        var characters = first.text().length();
        while (peek() instanceof Row next
                && rows.size() < ImportLimits.ROWS_TOGETHER
                && characters < ImportLimits.BLOCK_CHARACTERS
                && conversion.goTogether(rows.getLast().values(), next.values())) {
            take();
            rows.add(next);
            characters += next.text().length();
        }
        return rows;
    }

    private SourceRecord peek() {
        if (ahead == null) {
            ahead = records.next();
        }
        return ahead;
    }

    private SourceRecord take() {
        var taken = peek();
        ahead = null;
        position = records.position();
        storedBytes = records.storedBytesRead();
        return taken;
    }
}
