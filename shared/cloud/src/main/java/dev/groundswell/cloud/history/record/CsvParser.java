package dev.groundswell.cloud.history.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of cells. */
final class CsvParser implements RecordParser {

    private final CsvReader.CsvReaderBuilder reader;

    /** Empty where the file has no header: cells are numbered. */
    private final List<String> columns;

    private CsvParser(CsvReader.CsvReaderBuilder reader, List<String> columns) {
        this.reader = reader;
        this.columns = List.copyOf(columns);
    }

    static CsvParser withoutHeader(byte delimiter) {
        return new CsvParser(CsvReader.builder().fieldSeparator((char) delimiter), List.of());
    }

    /** @throws UnreadableFileException if the header is none */
    static CsvParser withHeader(String header, byte delimiter) {
        var reader = CsvReader.builder().fieldSeparator((char) delimiter);
        try {
            var columns = new ArrayList<String>();
            for (var cell : reader.ofSingleCsvRecord(StringArrayHandler.of(), header)) {
                columns.add(cell.strip());
            }
            return new CsvParser(reader, columns);
        } catch (CsvParseException | IllegalArgumentException notCsv) {
            throw new UnreadableFileException(
                    "The first line must be the header, the columns' names: " + notCsv.getMessage());
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Parsed parse(String text) {
        try {
            return row(reader.ofSingleCsvRecord(StringArrayHandler.of(), text));
        } catch (CsvParseException | IllegalArgumentException notCsv) {
            return new Parsed.Wrong("The line's quotes do not match: a quote within quotes is written twice.");
        }
    }

    private Parsed row(String[] cells) {
        var last = lastCell(cells);
        if (last < 0) {
            return new Parsed.Nothing();
        }
        if (columns.isEmpty()) {
            return new Parsed.Values(numbered(cells));
        }
        if (last >= columns.size() || cells.length < columns.size()) {
            return new Parsed.Wrong(
                    "The row has " + cells.length + " cells; the header has " + columns.size() + " columns.");
        }
        var values = LinkedHashMap.<String, Object>newLinkedHashMap(columns.size());
        for (var i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty()) {
                values.putIfAbsent(columns.get(i), cells[i]);
            }
        }
        return new Parsed.Values(values);
    }

    private static Map<String, Object> numbered(String[] cells) {
        var values = LinkedHashMap.<String, Object>newLinkedHashMap(cells.length);
        for (var i = 0; i < cells.length; i++) {
            values.put(Integer.toString(i + 1), cells[i]);
        }
        return values;
    }

    /** The place of the last cell that is not blank; -1 if all are. */
    private static int lastCell(String[] cells) {
        var last = cells.length - 1;
        while (last >= 0 && cells[last].isBlank()) {
            last--;
        }
        return last;
    }
}
