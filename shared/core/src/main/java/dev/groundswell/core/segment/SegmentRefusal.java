package dev.groundswell.core.segment;

/** Why a segment is not saved. */
public enum SegmentRefusal {
    /** It is empty, too long, or has characters that cannot be shown. */
    NAME,
    /** It is too long. */
    DESCRIPTION,
    /** It names a segment that there is not, or breaks a limit of rules. */
    RULE,
    /** It would ask for itself, or through too many others. */
    NESTING,
    /** There is no segment of that id to change. */
    UNKNOWN,
    /** That one comes with the product and stays as it is: copy it. */
    READY_MADE,
    /** The store has as many as it may. */
    TOO_MANY
}
