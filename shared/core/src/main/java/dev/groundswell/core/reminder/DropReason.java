package dev.groundswell.core.reminder;

import dev.groundswell.core.message.ExclusionReason;

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
    SUPPRESSED;

    /**
     * The same in the words of reminders.
     *
     * @param reason one for which a reminder's message may be excluded
     */
    public static DropReason of(ExclusionReason reason) {
        return switch (reason) {
            case UNSUBSCRIBED -> UNSUBSCRIBED;
            case BLACKLISTED -> BLACKLISTED;
            case SUPPRESSED -> SUPPRESSED;
            case FREQUENCY_CAP -> FREQUENCY_CAP;
            case ORDER_CHANGED -> ORDER_CHANGED;
            case QUIET_HOURS -> SENDING_HOURS;
            case NO_ADDRESS -> NO_ADDRESS;
            case INVALID_ADDRESS -> INVALID_ADDRESS;
            case MISSING_VARIABLE -> MISSING_VARIABLE;
            case BOUGHT_SINCE, HOLD_OUT, DUPLICATE_ADDRESS, LAPSED, CANCELLED ->
                throw new IllegalArgumentException("No reminder is excluded for " + reason + ".");
        };
    }
}
