package dev.groundswell.core.store;

/** What to do where what is stored is not what it would be if it were made anew. */
public enum RebuildMode {
    /** Say so. */
    COMPARE,
    /** Say so, and mend it. */
    REPAIR
}
