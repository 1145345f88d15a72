package dev.groundswell.cloud.history.record;

import java.util.List;
import java.util.Map;

/** Reads a piece's text as a record. */
interface RecordParser {

    /** What a text is. */
    sealed interface Parsed {
        record Values(Map<String, Object> values) implements Parsed {}

        /** Nothing stands in it, as in a spreadsheet's empty rows. */
        record Nothing() implements Parsed {}

        /** @param problem a sentence that says what would be right */
        record Wrong(String problem) implements Parsed {}
    }

    /** @param text without the end of its line */
    Parsed parse(String text);

    /** The names of the columns; empty if there are none. */
    List<String> columns();
}
