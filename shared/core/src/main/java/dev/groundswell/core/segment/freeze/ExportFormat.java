package dev.groundswell.core.segment.freeze;

/** What a file of members looks like. */
public enum ExportFormat {
    /** All that is known of each, for people and their spreadsheets. */
    CSV("csv"),
    /** The same as one JSON object a line, for programs. */
    JSON_LINES("jsonl"),
    /** Hashed addresses as Google's Customer Match takes them. */
    HASHED_GOOGLE("csv"),
    /** Hashed addresses as Meta's Custom Audiences take them. */
    HASHED_META("csv");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** Of the file's name. */
    public String extension() {
        return extension;
    }
}
