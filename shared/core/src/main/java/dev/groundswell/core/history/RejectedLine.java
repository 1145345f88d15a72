package dev.groundswell.core.history;

/**
 * A line that was not taken.
 *
 * @param file   the file within an archive of several, or that it is the item file's; empty where there is only one
 * @param line   from 1, as an editor counts; of a row of several lines the first
 * @param field  of the source: its header or key; empty where it is the line as a whole
 * @param reason a sentence that says what would be right
 */
public record RejectedLine(String file, long line, String field, String reason) {}
