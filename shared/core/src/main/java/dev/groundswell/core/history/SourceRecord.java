package dev.groundswell.core.history;

import dev.groundswell.core.order.Rejection;
import java.util.Map;

/** What the next record of a file turned out to be. Lines count from 1; a record of several lines is at its first. */
public sealed interface SourceRecord {

    /**
     * A record that can be read.
     *
     * @param file   the file within an archive of several; empty otherwise
     * @param text   as it stands in the file
     * @param values cells by column, or an object's fields; whole numbers exactly
     */
    record Row(String file, long line, String text, Map<String, Object> values) implements SourceRecord {}

    /** A line or an object that cannot be read; what follows can. */
    record Bad(String file, long line, String text, Rejection rejection) implements SourceRecord {}

    /** The file is over. */
    record End() implements SourceRecord {}

    /**
     * From here on nothing can be read.
     *
     * @param reason a sentence that says why, and what would help
     */
    record Unreadable(String file, long line, String reason) implements SourceRecord {}
}
