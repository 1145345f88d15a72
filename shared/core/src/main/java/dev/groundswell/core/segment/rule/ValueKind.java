package dev.groundswell.core.segment.rule;

/** What kind of value a field has, and so what it can be compared with. */
public enum ValueKind {
    /** A whole number, not negative. */
    COUNT,
    /** A decimal in major units of the store's currency. */
    MONEY,
    /** A decimal with at most two places, e.g. a review score. */
    SCORE,
    /** A day or an instant, absolute or relative to now. */
    TIME,
    /** Any text, compared exactly. */
    TEXT,
    /** One of a few words. */
    CHOICE,
    /** {@code true} or {@code false}. */
    FLAG
}
