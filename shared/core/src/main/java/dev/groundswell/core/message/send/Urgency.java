package dev.groundswell.core.message.send;

/** Whose share of a provider's pace is used. */
public enum Urgency {
    /** Takes what is left of the pace, less the share kept for reminders. */
    CAMPAIGN,
    /** May take all of it. */
    REMINDER
}
