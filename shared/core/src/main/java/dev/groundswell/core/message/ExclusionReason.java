package dev.groundswell.core.message;

/** Why somebody gets no message. */
public enum ExclusionReason {
    UNSUBSCRIBED,
    BLACKLISTED,
    /** None was ever written. */
    NO_ADDRESS,
    BOUGHT_SINCE,
    FREQUENCY_CAP,
    QUIET_HOURS,
    HOLD_OUT,
    /** One was written and cannot be read: masked by the platform, or no possible address. */
    INVALID_ADDRESS,
    DUPLICATE_ADDRESS,
    SUPPRESSED,
    MISSING_VARIABLE,
    LAPSED,
    CANCELLED,
    /** The order that it is about was paid, was closed, or waits for something else. */
    ORDER_CHANGED
}
