package dev.groundswell.core.history;

/** Why a file is not imported, or not previewed. */
public enum ImportRefusal {
    /** There is no such upload, or it was deleted after its time. */
    UNKNOWN_UPLOAD,
    /** Parts of the upload are not there yet. */
    INCOMPLETE_UPLOAD,
    /** There is no such item file, parts of it are missing, or the format takes none. */
    ITEM_FILE,
    /** There is no such mapping, the format needs one, or takes none. */
    MAPPING,
    /** The file lacks columns that its format or its mapping reads. */
    COLUMNS,
    /** The file cannot be opened: encrypted, damaged, empty, of a kind that nobody here knows. */
    UNREADABLE
}
