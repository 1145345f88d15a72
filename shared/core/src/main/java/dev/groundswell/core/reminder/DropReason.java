package dev.groundswell.core.reminder;

/** Why a reminder that was due is never sent. */
public enum DropReason {
    /** The order was paid or closed, or changed so that no task wants it reminded, after the reminder was chosen. */
    ORDER_CHANGED,
    /** Its task was switched off, edited or deleted after the reminder was chosen. */
    TASK_CHANGED,
    /** Outside of the task's or the store's hours, and the setting says not to wait. */
    SENDING_HOURS,
    /** More than the task's patience after its due time. */
    TOO_LATE,
    /** The buyer paid another order after this one was placed. */
    PAID_ANOTHER,
    /** The buyer had a reminder on this day of the store. */
    ONCE_A_DAY,
    /** The buyer had as many as the task allows in its dates. */
    BUYER_LIMIT,
    /** The store's cap of messages a day to one address. */
    FREQUENCY_CAP,
    NO_ADDRESS,
    INVALID_ADDRESS,
    MISSING_VARIABLE,
    UNSUBSCRIBED,
    BLACKLISTED,
    SUPPRESSED
}
