package dev.groundswell.core.campaign;

/** Where a campaign stands, as people see it. */
public enum CampaignStatus {
    DRAFT,
    SCHEDULED,
    /** Its audience is being written down, and what it costs is being worked out. */
    FREEZING,
    SENDING,
    PAUSED,
    COMPLETED,
    CANCELLED,
    FAILED
}
