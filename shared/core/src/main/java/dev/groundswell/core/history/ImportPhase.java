package dev.groundswell.core.history;

/** What a worker does for an import, in this order. */
public enum ImportPhase {
    /** It reads the item file, to have the items at hand for their orders. Only where there is one. */
    ITEM_FILE,
    /** It reads the file and hands over what is in it. */
    FILE,
    /** It puts the rejected lines together for download, or has done so. */
    REPORT
}
