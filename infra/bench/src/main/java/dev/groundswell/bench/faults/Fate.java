package dev.groundswell.bench.faults;

/** What becomes of a request to a table. */
public enum Fate {
    ANSWERED,
    /** Refused: too many requests, or a transaction at the same item. Nothing is done. */
    THROTTLED,
    /** Done, and whoever asked never learns it. */
    UNANSWERED,
    /** Done, and asked once more by the SDK, whose answer counts. */
    ASKED_AGAIN
}
