package dev.groundswell.core.time;

/** How finely time is cut in the store's zone. */
public enum Granularity {
    HOUR,
    DAY,
    MONTH
}
